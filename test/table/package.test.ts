import { execFileSync, fs, os, path, root } from '../support/host.js';
import { classNameOf, credentialTypes, exists, filesIn, jsonOf, nodeTypes } from './load.js';

const manifest = jsonOf('package.json') as { name: string; n8n: { nodes: string[]; credentials: string[] } };
const toSource = (file: string): string => file.replace(/^dist\//, '').replace(/\.js$/, '.ts');
const credentialNames = credentialTypes.map(({ type }) => type.name);

interface Listed {
	method: string;
	host: string;
	path: string;
	params: Record<'path' | 'query' | 'header' | 'body', string[]>;
}

interface Ran {
	ok: boolean;
	output: string;
}

function runScript(name: string, ...args: string[]): Ran {
	try {
		return { ok: true, output: execFileSync('node', [path.join(root, 'scripts', name), ...args], { encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28 }) };
	} catch (error) {
		const { stdout, stderr } = error as { stdout: string; stderr: string };
		return { ok: false, output: `${stdout}${stderr}` };
	}
}

describe('package.json', () => {
	test('it names every node and credential that exists as a source, and no other', () => {
		expect(manifest.n8n.nodes.map(toSource).sort()).toEqual(filesIn(['nodes'], /\.node\.ts$/));
		expect(manifest.n8n.credentials.map(toSource).sort()).toEqual(filesIn(['credentials'], /\.credentials\.ts$/));
	});

	test('lockfiles and fields are in order', () => {
		expect(runScript('check-lockfile.mjs')).toEqual({ ok: true, output: expect.stringContaining('in order') });
	});
});

describe('nodes', () => {
	test.each(nodeTypes.map((node) => [node.name, node] as const))('%s: class, file and name agree', (name, { file, description }) => {
		expect(classNameOf(file)).toBe(name);
		expect(description.name).toBe(name[0].toLowerCase() + name.slice(1));
		expect(description.displayName).toMatch(/^[A-Za-z]/);
	});

	test.each(nodeTypes.map((node) => [node.name, node] as const))('%s: the codex names it in this package', (_, { file, description }) => {
		expect(jsonOf(file.replace(/\.ts$/, '.json'))).toMatchObject({ node: `${manifest.name}.${description.name}` });
	});

	test.each(nodeTypes.map((node) => [node.name, node] as const))('%s: its credentials are types of this package', (_, { description }) => {
		expect(description.credentials?.length).toBeGreaterThan(0);
		expect(description.credentials?.filter(({ name }) => !credentialNames.includes(name))).toEqual([]);
	});

	test.each(nodeTypes.map((node) => [node.name, node] as const))('%s: both icons exist', (_, { file, description }) => {
		const icon = description.icon as { light: string; dark: string };
		for (const shade of [icon.light, icon.dark]) expect({ shade, there: exists(path.posix.join(path.posix.dirname(file), shade.slice('file:'.length))) }).toMatchObject({ there: true });
	});
});

test.each(credentialTypes.map((one) => [one.name, one] as const))('%s: class, file and name agree, and a node uses it', (name, { type }) => {
	expect(type.name).toBe(name[0].toLowerCase() + name.slice(1));
	expect(type.displayName).toMatch(/ API$/);
	expect(nodeTypes.some(({ description }) => description.credentials?.some((used) => used.name === type.name))).toBe(true);
});

// These look at dist, as the lint rules and the list of operations are about what is published.
describe('the built package', () => {
	test('its rendered descriptions break no rule', () => {
		expect(runScript('lint-rendered.mjs')).toEqual({ ok: true, output: expect.stringMatching(/^\d+ descriptions, 0 broken rules$/m) });
	}, 30_000);

	test('the rendered lint finds what is wrong with a planted description', () => {
		const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planted-'));
		const file = path.join(folder, 'Planted.json');
		fs.writeFileSync(file, JSON.stringify(planted));
		const { ok, output } = runScript('lint-rendered.mjs', file);
		fs.rmSync(folder, { recursive: true });
		expect(ok).toBe(false);
		for (const rule of broken) expect(output).toContain(`n8n-nodes-base/${rule}`);
	}, 30_000);

	test('its list of operations has the founding five as their pages write them', () => {
		const { output } = runScript('operations.mjs');
		const listed = (JSON.parse(output) as Listed[]).map(({ method, host, path: route, params: { path: inPath, query, header, body } }) => [method, host, route, { path: inPath, query, header, body: [...body].sort() }]);
		for (const route of founding) expect(listed).toContainEqual(route);
	});
});

const params = (given: Record<string, string[]>) => ({ path: [], query: [], header: [], body: [], ...given });
const founding = [
	['POST', 'api.cruxconnect.com', '/products/inventory-lists/{inventory_list_uuid}/remove-items/', params({ path: ['inventory_list_uuid'], body: ['item_uuids'] })],
	['DELETE', 'api.cruxconnect.com', '/orders/items/cancel/{order_item_uuid}/', params({ path: ['order_item_uuid'] })],
	[
		'POST', 'api.cruxconnect.com', '/timp/products/skus/inventory/',
		params({ body: ['ean13', 'gtin14', 'isbn', 'quantity_in_stock', 'quantity_on_backorder', 'restrictions', 'sku_id', 'upca'] }),
	],
	['DELETE', 'api.whisk.com', '/list/v2/{list_id}/item/{item_id}', params({ path: ['list_id', 'item_id'] })],
	['POST', 'api.ebay.com', '/buy/browse/v1/shopping_cart/remove_item', params({ header: ['X-EBAY-C-MARKETPLACE-ID'], body: ['cartItemId'] })],
];

const broken = [
	'node-param-display-name-miscased', 'node-param-operation-option-without-action', 'node-param-operation-option-action-miscased', 'node-param-options-type-unsorted-items',
	'node-param-default-wrong-for-limit', 'node-param-default-wrong-for-boolean', 'node-param-description-boolean-without-whether', 'node-param-description-excess-final-period',
];
const planted = {
	displayName: 'Planted', name: 'planted', icon: 'file:planted.svg', group: ['transform'], version: 1, description: 'Broken on purpose', defaults: { name: 'Planted' },
	inputs: ['main'], outputs: ['main'],
	properties: [
		{
			displayName: 'Operation', name: 'operation', type: 'options', noDataExpression: true, default: 'get',
			options: [{ name: 'Get', value: 'get', description: 'Retrieve one' }, { name: 'Get Many', value: 'getAll', action: 'Get Many Things' }],
		},
		{ displayName: 'colour of it', name: 'colour', type: 'options', default: 'b', options: ['b', 'a', 'd', 'c', 'e'].map((value) => ({ name: value.toUpperCase(), value })) },
		{ displayName: 'Limit', name: 'limit', type: 'number', default: 100, typeOptions: { minValue: 1 }, description: 'Max number of results to return' },
		{ displayName: 'Fast', name: 'fast', type: 'boolean', default: 'no', description: 'Makes it fast.' },
	],
};
