import { parse } from 'csv-parse/sync';
import { NodeConnectionTypes } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';

/** As many outputs as an example has at most. */
const SWITCH_OUTPUTS = 4;

/**
 * Small stand-ins for those of n8n's own nodes that the example workflows use, since n8n's collection of nodes is too
 * large for a devDependency. The e2e level runs the same workflows with the originals and compares the rows.
 */
type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

function helperNode(name: string, execute: Execute, properties: INodeProperties[] = [], outputs = 1): INodeType {
	const description: INodeTypeDescription = {
		displayName: name, name, group: ['transform'], version: [1, 1.1, 2.2, 3.2, 3.4], description: '', defaults: { name },
		inputs: [NodeConnectionTypes.Main], outputs: Array.from({ length: outputs }, () => NodeConnectionTypes.Main), properties,
	};
	return { description, execute };
}

const property = (name: string, type: INodeProperties['type'], fallback: INodeProperties['default'], extra: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name, name, type, default: fallback, ...extra,
});

/** Items made from each input item, paired with it. */
const each = (make: (context: IExecuteFunctions, item: INodeExecutionData, index: number) => Promise<INodeExecutionData[]> | INodeExecutionData[]): Execute =>
	async function (this: IExecuteFunctions) {
		const made = await Promise.all(this.getInputData().map(async (item, index) => (await make(this, item, index)).map((one) => ({ ...one, pairedItem: { item: index } }))));
		return [made.flat()];
	};

const pass = each((_context, item) => [{ json: item.json, binary: item.binary }]);

const toTextFile = each(async (context, item, index) => {
	const text = String(item.json[context.getNodeParameter('sourceProperty', index) as string]);
	return [{ json: {}, binary: { data: { data: Buffer.from(text, 'utf8').toString('base64'), mimeType: 'text/plain', fileName: 'file.txt' } } }];
});

/** Empty cells are left out, as the original does by default. */
const fromCsv = each((context, item, index) => {
	const { enableBOM } = context.getNodeParameter('options', index, {}) as { enableBOM?: boolean };
	const rows = parse(Buffer.from(item.binary!.data.data, 'base64'), { bom: enableBOM, columns: true, skip_empty_lines: true }) as IDataObject[];
	return rows.map((row) => ({ json: Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')) }));
});

const setFields = each((context, _item, index) => {
	const fields = context.getNodeParameter('assignments.assignments', index, []) as Array<{ name: string; value: string; type: string }>;
	return [{ json: Object.fromEntries(fields.map(({ name, value, type }) => [name, type === 'number' ? Number(value) : String(value ?? '')])) }];
});

const filter = each((context, item, index) => (context.getNodeParameter('conditions', index, false, { extractValue: true }) ? [{ json: item.json }] : []));

/** Sends each item to one of several outputs, as it is; those that go nowhere are dropped. */
const routing = (outputs: number, outputOf: (context: IExecuteFunctions, index: number) => number): Execute =>
	async function (this: IExecuteFunctions) {
		const chosen = this.getInputData().map((item, index) => ({ item: { json: item.json, pairedItem: { item: index } }, to: outputOf(this, index) }));
		return Array.from({ length: outputs }, (_, output) => chosen.filter(({ to }) => to === output).map(({ item }) => item));
	};

const holds = (context: IExecuteFunctions, name: string, index: number): boolean => context.getNodeParameter(name, index, false, { extractValue: true }) === true;

const splitByIf = routing(2, (context, index) => (holds(context, 'conditions', index) ? 0 : 1));
const splitByRules = routing(SWITCH_OUTPUTS, (context, index) => (context.getNodeParameter('rules.values', index, []) as unknown[]).findIndex((_, rule) => holds(context, `rules.values[${rule}].conditions`, index)));

const splitOut = each((context, item, index) => {
	const entries = item.json[context.getNodeParameter('fieldToSplitOut', index) as string];
	return (Array.isArray(entries) ? (entries as IDataObject[]) : []).map((json) => ({ json }));
});

const conditions = property('conditions', 'filter', {}, { typeOptions: { filter: { caseSensitive: true, typeValidation: 'strict', version: 2 } } });
const rules = property('rules', 'fixedCollection', {}, { typeOptions: { multipleValues: true }, options: [{ name: 'values', displayName: 'Rule', values: [conditions] }] });
const options = property('options', 'collection', {}, { options: [property('enableBOM', 'boolean', false), property('fileName', 'string', '')] });

/** Sends what its input item says with a credential, as n8n's test of a credential makes a node of its own do. */
const credentialTester: INodeType = {
	description: { ...helperNode('credentialTester', pass).description, credentials: [{ name: 'ebayApi', required: true }] },
	async execute(this: IExecuteFunctions) {
		const answer: unknown = await this.helpers.httpRequestWithAuthentication.call(this, 'ebayApi', this.getInputData()[0].json as never);
		return [[{ json: { answer: answer as IDataObject } }]];
	},
};

export const helperNodes: Record<string, INodeType> = {
	'test.input': helperNode('input', pass),
	'test.credentialTester': credentialTester,
	'n8n-nodes-base.manualTrigger': helperNode('manualTrigger', pass),
	'n8n-nodes-base.stickyNote': helperNode('stickyNote', pass),
	'n8n-nodes-base.convertToFile': helperNode('convertToFile', toTextFile, [property('operation', 'string', ''), property('sourceProperty', 'string', ''), options]),
	'n8n-nodes-base.extractFromFile': helperNode('extractFromFile', fromCsv, [property('operation', 'string', ''), options]),
	'n8n-nodes-base.set': helperNode('set', setFields, [property('assignments', 'assignmentCollection', {}), options]),
	'n8n-nodes-base.filter': helperNode('filter', filter, [conditions, options]),
	'n8n-nodes-base.if': helperNode('if', splitByIf, [conditions, options], 2),
	'n8n-nodes-base.switch': helperNode('switch', splitByRules, [rules, options], SWITCH_OUTPUTS),
	'n8n-nodes-base.splitOut': helperNode('splitOut', splitOut, [property('fieldToSplitOut', 'string', ''), options]),
};
