import 'reflect-metadata';
import { Credentials, ExecutionLifecycleHooks, LoadOptionsContext, PollContext, WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, ICredentialsHelper, NodeHelpers, Workflow } from 'n8n-workflow';
import type {
	IBinaryKeyData, ICredentialDataDecryptedObject, ICredentialType, IDataObject, IHttpRequestHelper, IHttpRequestOptions, INode, INodeCredentialsDetails, INodeExecutionData,
	INodeListSearchResult, INodePropertyOptions, INodeType, INodeTypeDescription, IRun, IWorkflowBase, IWorkflowExecuteAdditionalData, ResourceMapperFields,
} from 'n8n-workflow';
import { credentialTypes as foundTypes, nodeTypes as foundNodes } from '../table/load.js';
import { helperNodes } from './helperNodes';

/** A node of the package, whose description is in one version. */
type Packaged = INodeType & { description: INodeTypeDescription };

export const PACKAGE = 'n8n-nodes-crux-whisk-ebay';
/** Every node of the package by its name; each one that has a folder. */
export const nodes: Record<string, Packaged> = Object.fromEntries(foundNodes.map(({ description, made }) => [description.name, made]));
export const credentialTypes: Record<string, ICredentialType> = Object.fromEntries(foundTypes.map(({ type }) => [type.name, type]));

/** Credentials by their id; n8n's database in these tests. */
export type Vault = Record<string, { type: string; data: ICredentialDataDecryptedObject }>;

/** n8n's credentials helper with a vault in memory: `preAuthentication` and `authenticate` as n8n 2.41 calls them. */
class VaultHelper extends ICredentialsHelper {
	constructor(private readonly vault: Vault) {
		super();
	}

	getParentTypes(name: string) {
		return credentialTypes[name].extends ?? [];
	}

	async authenticate(credentials: ICredentialDataDecryptedObject, typeName: string, request: IHttpRequestOptions) {
		const { authenticate } = credentialTypes[typeName];
		return typeof authenticate === 'function' ? await authenticate(credentials, request) : request;
	}

	async preAuthentication(helpers: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject, typeName: string, node: INode, expired: boolean) {
		const type = credentialTypes[typeName];
		const token = type.properties.find((property) => property.type === 'hidden' && property.typeOptions?.expirable);
		if (!token || !type.preAuthentication || !(credentials[token.name] === '' || expired)) return undefined;
		const output = await type.preAuthentication.call(helpers, credentials);
		Object.assign(this.vault[String(node.credentials![typeName].id)].data, output);
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(helpers: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject, typeName: string) {
		return (await credentialTypes[typeName].preAuthentication?.call(helpers, credentials)) as ICredentialDataDecryptedObject | undefined;
	}

	async getCredentials(details: INodeCredentialsDetails, type: string) {
		return new Credentials(details as never, type, '');
	}

	async getDecrypted(_data: IWorkflowExecuteAdditionalData, details: INodeCredentialsDetails, type: string) {
		return resolvedCredential(type, this.vault[String(details.id)].data);
	}

	async updateCredentials() {}

	async updateCredentialsOauthTokenData({ id }: INodeCredentialsDetails, _type: string, { oauthTokenData }: ICredentialDataDecryptedObject) {
		this.vault[String(id)].data.oauthTokenData = oauthTokenData;
	}

	getCredentialsProperties(type: string) {
		return credentialTypes[type].properties;
	}

	isCredentialUsableByNode() {
		return true;
	}
}

/** A credential with its defaults, and what n8n makes of the expressions in its hidden fields. */
export function resolvedCredential(type: string, given: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
	const defaults = Object.fromEntries(credentialTypes[type].properties.map((property) => [property.name, property.default])) as ICredentialDataDecryptedObject;
	const data = { ...defaults, ...given };
	if (!credentialTypes[type].extends) return data;
	const node: INode = { id: '0', name: 'Mock', type: 'test.input', typeVersion: 1, position: [0, 0], parameters: {} };
	const { expression } = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return expression.getComplexParameterValue(node, data as never, 'internal', {}, undefined, undefined, data as never) as ICredentialDataDecryptedObject;
}

const known: Record<string, INodeType> = {
	...Object.fromEntries(Object.values(nodes).map((node) => [`${PACKAGE}.${node.description.name}`, node as INodeType])),
	...helperNodes,
};

const nodeTypes = {
	getByName: (type: string) => known[type],
	getKnownTypes: () => ({}),
	getByNameAndVersion: (type: string, version?: number) => {
		if (!known[type]) throw new Error(`The test engine does not know the node ${type}`);
		return NodeHelpers.getVersionedNodeType(known[type], version);
	},
};

function additionalDataFor(vault: Vault, workflow: IWorkflowBase): IWorkflowExecuteAdditionalData {
	const at = (path: string) => `http://n8n.test/${path}`;
	return {
		executionId: '1', credentialsHelper: new VaultHelper(vault), hooks: new ExecutionLifecycleHooks('manual', '1', workflow),
		restApiUrl: at('rest'), instanceBaseUrl: at(''), formWaitingBaseUrl: at('form'), webhookBaseUrl: at('webhook'), webhookWaitingBaseUrl: at('waiting'), webhookTestBaseUrl: at('test'),
		userId: 'u', variables: {}, setExecutionStatus() {}, logAiEvent() {}, getRunExecutionData: async () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}

export type WorkflowJson = Pick<IWorkflowBase, 'nodes' | 'connections'> & Partial<IWorkflowBase>;

export interface Ran {
	run: IRun;
	/** Items of a node's output, of its last run. */
	items: (name: string, output?: number) => INodeExecutionData[];
	error?: Error & { description?: string; httpCode?: string; context?: IDataObject };
}

/** Where a run begins: at a node by its name; by hand, or with what the trigger has handed on. */
export interface Start {
	node: string;
	handedOn?: IDataObject[];
}

/** The node that a person starts, or the one without an input. */
function startOf({ nodes: all, connections }: WorkflowJson): INode {
	const targets = new Set(Object.values(connections).flatMap(({ main = [] }) => main.flatMap((branch) => (branch ?? []).map(({ node }) => node))));
	const starts = all.filter(({ name, type }) => !targets.has(name) && type !== 'n8n-nodes-base.stickyNote');
	return starts.find(({ type }) => type === 'n8n-nodes-base.manualTrigger') ?? starts[0];
}

/** Runs a workflow on n8n's own engine. */
export async function runWorkflow(json: WorkflowJson, vault: Vault, given: INodeExecutionData[] = [{ json: {} }], { node, handedOn }: Partial<Start> = {}): Promise<Ran> {
	const workflow = new Workflow({ id: 'w1', nodes: json.nodes, connections: json.connections, active: false, nodeTypes, settings: json.settings ?? {} });
	const start = json.nodes.find(({ name }) => name === node) ?? startOf(json);
	const input = handedOn?.map((one) => ({ json: one })) ?? given;
	const data = createRunExecutionData({
		startData: {}, resultData: { runData: {} }, executionData: { nodeExecutionStack: [{ node: start, data: { main: [input] }, source: null }] },
	} as never);
	const run = await new WorkflowExecute(additionalDataFor(vault, { id: 'w1', ...json } as never), handedOn ? 'trigger' : 'manual', data).processRunExecutionData(workflow);
	const { runData, error } = run.data.resultData;
	return { run, items: (name, output = 0) => runData[name]?.at(-1)?.data?.main?.[output] ?? [], error: error as never };
}

export interface NodeJob {
	/** Name of a node of the package. */
	node: string;
	credential: ICredentialDataDecryptedObject;
	parameters: INode['parameters'];
	input?: IDataObject[];
	/** Files of the input items, held in memory. */
	files?: IBinaryKeyData[];
	/** Node settings such as onError and retryOnFail. */
	settings?: Partial<INode>;
}

/** The credential type of a node: the one that its Authentication shows, where it has several. */
function credentialOf({ node, parameters }: Pick<NodeJob, 'node' | 'parameters'>): string {
	const offered = nodes[node].description.credentials!;
	return (offered.find(({ displayOptions }) => displayOptions?.show?.authentication?.includes(parameters.authentication as never)) ?? offered[0]).name;
}

/** The workflow of one node behind a node that gives it its input, so that items have a source as in the editor. */
export function oneNode({ node, parameters, settings }: NodeJob): WorkflowJson {
	const type = nodes[node].description;
	const tested: INode = {
		id: '2', name: 'Node', type: `${PACKAGE}.${type.name}`, typeVersion: 1, position: [200, 0], parameters,
		credentials: { [credentialOf({ node, parameters })]: { id: 'c1', name: 'c1' } }, ...settings,
	};
	const input: INode = { id: '1', name: 'Input', type: 'test.input', typeVersion: 1, position: [0, 0], parameters: {} };
	return { nodes: [input, tested], connections: { Input: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } } };
}

export interface NodeRan extends Ran {
	out: INodeExecutionData[];
	json: IDataObject[];
	errors: INodeExecutionData[];
}

/** Runs one node of ours for the given input rows. The credential object is changed as n8n would save it. */
export async function runNode(job: NodeJob): Promise<NodeRan> {
	const vault: Vault = { c1: { type: credentialOf(job), data: job.credential } };
	const ran = await runWorkflow(oneNode(job), vault, (job.input ?? [{}]).map((json, item) => ({ json, ...(job.files?.[item] ? { binary: job.files[item] } : {}) })));
	const out = ran.items('Node');
	return { ...ran, out, json: out.map(({ json }) => json), errors: ran.items('Node', 1) };
}

/** What the editor's requests of a node are answered with. */
function editorContext(job: NodeJob): LoadOptionsContext {
	const json = oneNode(job);
	const workflow = new Workflow({ id: 'w1', nodes: json.nodes, connections: json.connections, active: false, nodeTypes });
	const vault: Vault = { c1: { type: credentialOf(job), data: job.credential } };
	const node = workflow.getNode('Node')!;
	// the editor fills in the defaults of a node that it opens
	const defaults = Object.fromEntries(nodes[job.node].description.properties.filter(({ displayOptions }) => !displayOptions).map((property) => [property.name, property.default]));
	const additionalData = { ...additionalDataFor(vault, json as never), currentNodeParameters: { ...defaults, ...job.parameters } };
	return new LoadOptionsContext(workflow, node, additionalData as never, '');
}

/** Asks a picker of a node as the editor does. */
export const runPicker = async (job: NodeJob, method: string, filter?: string, token?: string): Promise<INodeListSearchResult> =>
	await nodes[job.node].methods!.listSearch![method].call(editorContext(job) as never, filter, token);

/** Asks a node for the fields of a form as the editor does. */
export const runMapper = async (job: NodeJob, method: string): Promise<ResourceMapperFields> => await nodes[job.node].methods!.resourceMapping![method].call(editorContext(job) as never);

/** Asks for the entries of a choice of several as the editor does. */
export const runOptions = async (job: NodeJob, method: string): Promise<INodePropertyOptions[]> => await nodes[job.node].methods!.loadOptions![method].call(editorContext(job) as never);

/** As n8n's database gives it back. */
const copyOf = (data: IDataObject): IDataObject => JSON.parse(JSON.stringify(data)) as IDataObject;

/** A trigger in an active workflow, as n8n polls it: what it remembers is saved with what it hands on. */
export class Trigger {
	/** What n8n has saved of it; a restart goes on from here. */
	saved: IDataObject;

	private workflow!: Workflow;

	/** @param budget milliseconds that one poll may take */
	constructor(private readonly job: NodeJob, saved: IDataObject = {}, private readonly budget = 300_000) {
		this.saved = saved;
		this.restart();
	}

	/** n8n ends and starts again: what was not saved is lost. */
	restart(): void {
		const json = oneNode(this.job);
		this.workflow = new Workflow({ id: 'w1', nodes: json.nodes, connections: {}, active: true, nodeTypes, staticData: copyOf(this.saved), settings: { timezone: 'UTC' } });
	}

	/** One poll; n8n saves what is remembered when something is handed on, and when the workflow is activated. */
	async poll({ isActivation = false, crash = false, mode = 'trigger' as 'trigger' | 'manual' } = {}): Promise<IDataObject[] | null> {
		const out = await nodes[this.job.node].poll!.call(this.context(mode));
		if ((out || isActivation) && !crash) this.saved = copyOf(this.workflow.staticData);
		return out && out[0].map(({ json }) => json);
	}

	private context(mode: 'trigger' | 'manual'): PollContext {
		const vault: Vault = { c1: { type: credentialOf(this.job), data: this.job.credential } };
		const rest = [undefined, undefined, undefined, undefined, undefined, () => this.budget] as const;
		return new PollContext(this.workflow, this.workflow.getNode('Node')!, additionalDataFor(vault, { id: 'w1' } as never), mode, 'activate', ...rest);
	}
}
