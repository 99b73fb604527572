// The package as n8n sees it: types, their twins for AI agents, icons, credentials.
import assert from 'node:assert/strict';

const prefix = 'n8n-nodes-crux-whisk-ebay';
const nodes = ['crux', 'whisk', 'ebayBuy', 'ebayCommunication', 'ebayFeeds', 'ebayListings', 'ebayOrders', 'whiskFood', 'whiskPublishing'];
const credentials = ['cruxApi', 'whiskApi', 'whiskOAuth2Api', 'ebayApi'];

async function listOf(client, file) {
	const { status, body } = await client.request('GET', `/types/${file}.json`);
	assert.equal(status, 200);
	return new Map(body.map((type) => [type.name, type]));
}

async function iconsAnswer(client, { iconUrl }) {
	assert.deepEqual(Object.keys(iconUrl ?? {}).sort(), ['dark', 'light'], 'there is one icon for light and one for dark');
	assert.notEqual(iconUrl.light, iconUrl.dark);
	for (const place of Object.values(iconUrl)) {
		const { status, headers, body } = await client.request('GET', `/${place}`);
		assert.equal(status, 200, place);
		assert.match(headers.get('content-type'), /svg/);
		assert.match(body, /<svg/);
	}
}

/** Checks that the package was loaded whole. */
export async function checkPackage(report, { client, log }) {
	const types = await report.check('n8n lists its node types', () => listOf(client, 'nodes'));
	const kinds = await report.check('n8n lists its credential types', () => listOf(client, 'credentials'));
	for (const name of nodes) {
		const whole = `${prefix}.${name}`;
		await report.check(`node ${name} is loaded and names its credential`, () => {
			assert.ok(types?.has(whole), `${whole} is not in the list`);
			assert.ok(types.get(whole).credentials.every((one) => kinds.has(one.name)));
			assert.ok(types.get(whole).properties.length > 3);
		});
		await report.check(`node ${name} can be a tool of an AI agent`, () => assert.ok(types?.has(`${whole}Tool`), `${whole}Tool is not in the list`));
		await report.check(`node ${name} has icons for light and dark`, () => iconsAnswer(client, types.get(whole)));
	}
	for (const name of credentials) {
		await report.check(`credential ${name} is loaded, has icons and belongs to a node`, async () => {
			assert.ok(kinds?.has(name), `${name} is not in the list`);
			assert.ok(kinds.get(name).supportedNodes.some((node) => node.startsWith(`${prefix}.`)));
			await iconsAnswer(client, kinds.get(name));
		});
	}
	await report.check('n8n reports no package that failed to load', () => assert.doesNotMatch(log(), /Failed to load package/));
}
