import { routeOf } from '../../engine/request';
import type { Operation, Verify } from '../../engine/types';
import { credentialTypes } from '../table/load.js';
import { promisedRows, repeated } from '../table/rows';
import { BACKWARDS, contractOf, contracts, keyOf, MADE_BY_EBAY, membersAt, namedIn } from './contracts';
import type { Contract, Member, Place } from './contracts';
import { callOf, sentBy } from './sent';
import type { Sent } from './sent';

/** Documented members that the table does not offer, each with its reason: `contract id: place name`. */
const NOT_OFFERED: Record<string, string> = {
	...BACKWARDS,
	...MADE_BY_EBAY,
	'whisk:DELETE /list/v2/{list_id}/items: body list_id': 'the address has it already',
	'whisk:POST /v1/carts/checkout: body credentials.basic.password': 'passwords of shoppers are never collected',
	'whisk:POST /v1/carts/checkout: body credentials.basic.username': 'goes with the password',
	'ebay:sell_inventory_v1.createOrReplaceInventoryItemGroup: body inventoryItemGroupKey': 'the address has it already',
	'ebay:sell_inventory_v1.createOrReplaceProductCompatibility: body sku': 'the address has it already',
	...Object.fromEntries(['', '.engine', '.make', '.model', '.trim', '.year'].map((name) => [`ebay:sell_inventory_v1.createOrReplaceProductCompatibility: body compatibleProducts[].productFamilyProperties${name}`, 'eBay takes it no more'])),
	'crux:POST /timp/products/items/: body custom_attributes': 'it comes back empty, item_attributes is sent instead',
};

/** Lists without an empty entry: their default would be sent in any case. */
const chosenOrDefault = Object.fromEntries(['cancellation.createCancellation: body cancelReason', 'sell_logistics_v1.createShippingQuote: body orders[].channel'].map((member) => [`ebay:${member}`, 'its default would be sent in any case']));

/** Members that a row demands though the contract leaves them open, each with its reason. */
const DEMANDED: Record<string, string> = {
	...chosenOrDefault,
	'ebay:sell_logistics_v1.createFromShippingQuote: body additionalOptions[].optionType': 'an option is known by its name',
	'ebay:cancellation.createCancellation: body relistLineItem[].itemId': 'a line is named by both',
	'ebay:cancellation.createCancellation: body relistLineItem[].transactionId': 'a line is named by both',
	'ebay:sell_fulfillment_v1.issueRefund: body refundItems[].refundAmount': 'eBay refuses a line without its amount',
	'ebay:sell_inventory_v1.bulkUpdatePriceQuantity: body requests[].sku': 'results are matched with rows by it',
	'ebay:sell_inventory_v1.createOrReplaceInventoryItemGroup: body variesBy.specifications[].name': 'an aspect is a name with its values',
	'ebay:sell_inventory_v1.createOrReplaceInventoryItemGroup: body variesBy.specifications[].values': 'an aspect is a name with its values',
	'ebay:sell_inventory_v1.createOrReplaceProductCompatibility: body compatibleProducts[].compatibilityProperties[].name': 'a property is a name with its value',
	'ebay:sell_inventory_v1.createOrReplaceProductCompatibility: body compatibleProducts[].compatibilityProperties[].value': 'a property is a name with its value',
	...Object.fromEntries(['POST /list/v2/{from_list_id}/move_items', 'PUT /list/v2/{list_id}/item/{item_id}', 'POST /community/v2/{community_id}/recipes', 'PATCH /v1/carts/{cart_id}/items/{item_id}'].map((call) => [`whisk:${call}: body `, 'all that is known of the body is that there is one'])),
	'whisk:GET /v1/feed: query itemId': 'what this form of the call is about; the other one does without',
	'whisk:GET /v1/search: query q': 'what this form of the call is about; the other one does without',
	'whisk:GET /v1/search: query retailerId': 'what this form of the call is about; the other one does without',
	'whisk:POST /v1/recipes: body recipeId': 'what this form of the call is about; the other one does without',
	'whisk:POST /v1/recipes: body payload.images[].url': 'the only member of an entry',
	'whisk:PUT /v1/{recipe_id}: body payload.images[].url': 'the only member of an entry',
	'whisk:POST /health/foodlog/v2/action: body add.items': 'without entries the call does nothing',
	'whisk:POST /health/foodlog/v2/action: body add.items[].external_id': 'what makes a second sending harmless',
	...Object.fromEntries(['amount', 'code', 'unit_name'].map((name) => [`whisk:POST /health/foodlog/v2/action: body add.items[].body.item.nutrition[].${name}`, 'a nutrient is a code with an amount'])),
	'whisk:POST /list/v2: body recipes[].recipe_id': 'the only member of an entry',
	'whisk:PUT /list/v2/{id}/item: body recipes[].recipe_id': 'the only member of an entry',
};

/** Members that the contract requires and a row does not demand, each with its reason. */
const LEFT_OPEN: Record<string, string> = {};

const cases = promisedRows.map((row) => ({ ...row, call: callOf(row.api, row.operation, row.version), sent: sentBy(row.operation, row.version?.value) }));
const each = test.each(cases.map((one) => [one.id, one] as const));

/** The record of a row; its absence is the finding of a test of its own. */
const found = ({ call }: (typeof cases)[number]): Contract => contractOf(call) ?? { id: keyOf(call), ...call, token: [], success: [], errors: {}, answer: {} };
const place = ({ in: where, name }: { in: Place; name: string }): string => `${where} ${name}`;

/** JSON type of a value. */
const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value);

/** Whether a value as it is sent is of a contract's type; outside the body everything is written as text. */
function fits(value: unknown, { type, items, nullable }: Member, where: Place): boolean {
	if (value === null) return nullable === true;
	if (type === 'string' && typeof value === 'object' && 'mimeType' in value) return true;
	if (type === 'binary') return typeof value === 'object' && 'mimeType' in value;
	const given = typeOf(value);
	if (type === 'array' && given === 'array') return items === undefined || (value as unknown[]).every((entry) => fits(entry, { type: items }, where));
	if (where !== 'body' && given === 'string') return ['string', 'array', 'any'].includes(type);
	if (where !== 'body' && type === 'string') return given === 'integer';
	return type === 'any' || type === given || (type === 'number' && given === 'integer');
}

test('the contracts hold every record once', () => {
	expect(contracts.length).toBeGreaterThan(20);
	expect(repeated(contracts.map(keyOf))).toEqual([]);
});

each('%s: a contract has its method, host and path', (_, one) => {
	expect(contracts.map(keyOf)).toContain(keyOf(one.call));
});

/** Objects on the way to what is documented: contracts of some services name their members only. */
const isOnTheWay = (name: string, named: string[]): boolean => named.some((one) => one.startsWith(`${name}.`) || one.startsWith(`${name}[]`) || (name === 'body ' && one.startsWith(name)));

each('%s: all it sends is in the contract, in the same place', (_, one) => {
	const named = [...namedIn(found(one)).map(place), ...headersOf(one).map((name) => `header ${name}`)];
	expect(one.sent.map(place).filter((name) => !named.includes(name) && !isOnTheWay(name, named))).toEqual([]);
});

/** What the rows of one route send together: several forms of a call are rows of their own. */
const sentTogether = (one: (typeof cases)[number]): Sent[] => cases.filter(({ call }) => keyOf(call) === keyOf(one.call)).flatMap(({ sent }) => sent);

each('%s: all that is documented is offered', (_, one) => {
	const contract = found(one);
	const all = sentTogether(one);
	const offered = [...all.map(place), ...headersOf(one).map((name) => `header ${name}`)];
	const missing = namedIn(contract).filter((named) => !offered.includes(place(named)) && !isOnTheWay(place(named), offered) && !holderOf(all, named)).map(place);
	expect(missing.filter((name) => !(`${contract.id}: ${name}` in NOT_OFFERED))).toEqual([]);
});

/** The object or list in the user's own words that a documented member stands in. */
const holderOf = (sent: Sent[], { in: where, name }: { in: Place; name: string }): Sent | undefined =>
	sent.find((one) => one.whole && one.in === where && (one.name === '' || name.startsWith(`${one.name}.`) || name.startsWith(`${one.name}[]`)));

each('%s: every value has a sample, so that its type can be compared', (_, one) => {
	expect(one.sent.filter(({ values }) => !values.length).map(place)).toEqual([]);
});

each('%s: values are of the contract\'s types', (_, one) => {
	const contract = found(one);
	const strange = one.sent.flatMap((sent) => {
		const member = membersAt(contract, sent.in)[sent.name];
		return member ? sent.values.filter((value) => !fits(value, member, sent.in)).map((value) => `${place(sent)}: ${JSON.stringify(value)} for ${member.type}`) : [];
	});
	expect(strange).toEqual([]);
});

each('%s: options are the values that the contract lists', (_, one) => {
	const contract = found(one);
	for (const sent of one.sent) {
		const { enum: listed, openEnum } = membersAt(contract, sent.in)[sent.name] ?? {};
		if (!listed) continue;
		const offered = [...new Set((sent.fixed ? sentTogether(one).filter(({ name }) => name === sent.name) : [sent]).flatMap(({ values }) => values).flat())].filter((value) => value !== null);
		expect({ name: place(sent), values: openEnum ? listed.filter((value) => !offered.includes(value)) : offered.sort() }).toEqual({ name: place(sent), values: openEnum ? [] : [...listed].sort() });
	}
});

/** Headers that go with every request, for the credential as a new one is. */
function headersOf({ api }: (typeof cases)[number]): string[] {
	const type = credentialTypes.find((one) => one.type.name === api.credential)!.type;
	return Object.keys(api.headers?.(Object.fromEntries(type.properties.map(({ name, default: value }) => [name, value as string]))) ?? {});
}

/** Every object and list that a member stands in, from the outermost on. */
const around = (name: string): string[] => [...name.matchAll(/\[\]|\./g)].map(({ index }) => name.slice(0, index)).filter((one) => !one.endsWith('[]'));

/** A member that the user demands with an object of the user's own, or with an optional one that no field stands for, cannot be demanded alone. */
function canBeDemanded(one: (typeof cases)[number], { in: where, name }: { in: Place; name: string }): boolean {
	if (holderOf(one.sent, { in: where, name })) return false;
	const members = membersAt(found(one), where);
	return around(name).every((outer) => members[outer]?.required || one.sent.some((sent) => sent.in === where && sent.name === outer));
}

each('%s: what the contract requires is required, or goes with every request', (_, one) => {
	const always = headersOf(one).map((name) => `header ${name}`);
	const required = namedIn(found(one)).filter((named) => named.member.required && canBeDemanded(one, named)).map(place);
	// what is looked up where it is not given is always there
	const filled = one.operation.lookUp && one.operation.fields[one.operation.lookUp.fills];
	const demanded = one.sent.filter((sent) => sent.required || sent.field === filled).map(place);
	const missing = required.filter((name) => !demanded.includes(name) && !isOnTheWay(name, demanded) && !always.includes(name));
	expect(missing.filter((name) => !(`${found(one).id}: ${name}` in LEFT_OPEN))).toEqual([]);
});

each('%s: nothing is demanded that the contract leaves open', (_, one) => {
	const contract = found(one);
	const named = namedIn(contract).filter(({ member }) => member.required).map(place);
	const open = (sent: Sent) => sent.required && !sent.fixed && !sent.alternative && !sent.part && !membersAt(contract, sent.in)[sent.name]?.required && !isOnTheWay(place(sent), named);
	expect(one.sent.filter(open).map(place).filter((name) => !(`${contract.id}: ${name}` in DEMANDED))).toEqual([]);
});

/** Reads that go with the call of a row: of the record that is kept, of what was done, of a job. */
const looksOf = ({ merge, repeat, job, lookUp, compare = [] }: Operation): Array<{ route: string; version?: string; body?: Verify['body'] }> =>
	[...(merge ? [{ route: merge.route }] : []), ...(lookUp ? [{ route: lookUp.route }] : []), ...compare.map(({ route }) => ({ route })), ...(typeof repeat === 'object' && 'verify' in repeat ? [repeat.verify] : []), ...(job ? [{ route: job.route, version: job.version }] : [])];

const bare = (path: string): string => path.split('?')[0].replace(/\{\w+\}/g, '{}');
const looks = cases.flatMap((one) => looksOf(one.operation).map((look) => [`${one.id} ${look.route}`, one, look] as const));

test.each(looks)('%s: it is a read that the contract knows', (_, { api, operation, version }, { route, version: wanted, body }) => {
	const used = api.versions?.find(({ value }) => value === wanted) ?? version;
	const call = callOf(api, { route, host: operation.host, fields: operation.fields }, used);
	const known = contracts.find(({ method, host, path }) => method === call.method && host === call.host && bare(path) === bare(call.path));
	expect({ method: call.method, known: known !== undefined }).toEqual({ method: body ? 'POST' : 'GET', known: true });
	expect(Object.keys(body?.({}) ?? {}).filter((name) => !(name in (known?.body ?? {})))).toEqual([]);
});

const examples = cases.filter(({ operation }) => operation.bodyExample !== undefined);

/** Names of all values of a body, as contracts write them. */
function namesIn(value: unknown, name = ''): string[] {
	if (Array.isArray(value)) return [name, ...value.flatMap((entry) => namesIn(entry, `${name}[]`))];
	if (typeof value !== 'object' || value === null) return [name];
	return [name, ...Object.entries(value).flatMap(([key, entry]) => namesIn(entry, name ? `${name}.${key}` : key))];
}

if (examples.length) {
	test.each(examples.map((one) => [one.id, one] as const))('%s: the example of its JSON body holds what is documented, and all that is required', (_, one) => {
		const contract = found(one);
		const names = [...new Set(namesIn(JSON.parse(one.operation.bodyExample!)))].filter((name) => name !== '' && !name.endsWith('[]'));
		const objects = Object.entries(contract.body ?? {}).filter(([, { type }]) => type === 'object').map(([name]) => name);
		const isFree = (name: string) => objects.some((object) => name.startsWith(`${object}.`) && !namedIn(contract).some((named) => named.name.startsWith(`${object}.`)));
		expect(names.filter((name) => !(name in (contract.body ?? {})) && !isFree(name) && !isOnTheWay(`body ${name}`, namedIn(contract).map(place)))).toEqual([]);
		const required = Object.entries(contract.body ?? {}).filter(([name, member]) => member.required && around(name).every((outer) => names.includes(outer))).map(([name]) => name);
		expect(required.filter((name) => !names.includes(name))).toEqual([]);
	});
}

/** The operations that read, by the address that they share with a look-up. */
const reads = cases.filter(({ operation: { effect } }) => effect === 'read').map(({ operation: { route } }) => bare(route));

test('a route of a look-up is a GET, or one by which an operation reads', () => {
	expect(looks.filter(([, , { route }]) => routeOf(route).method !== 'GET' && !reads.includes(bare(route)))).toEqual([]);
});

test('eBay: the marketplace goes with every request, and each site that an operation offers is one the credential knows', () => {
	const ebay = cases.filter(({ api }) => api.credential === 'ebayApi');
	expect(ebay.length).toBeGreaterThan(3);
	const sites = credentialTypes.find(({ type }) => type.name === 'ebayApi')!.type.properties.find(({ name }) => name === 'marketplace')!.options!.map((option) => 'value' in option && option.value);
	for (const one of ebay) {
		expect(headersOf(one)).toContain('X-EBAY-C-MARKETPLACE-ID');
		const chosen = one.sent.find(({ name }) => name === 'X-EBAY-C-MARKETPLACE-ID')?.values;
		if (chosen) expect([...chosen].sort()).toEqual([...sites].sort());
	}
});

test('the exceptions named here are still exceptions', () => {
	const documented = contracts.flatMap((contract) => namedIn(contract).map((member) => `${contract.id}: ${place(member)}`));
	const offered = cases.flatMap((one) => one.sent.map((sent) => `${found(one).id}: ${place(sent)}`));
	const demanded = cases.flatMap((one) => one.sent.filter(({ required }) => required).map((sent) => `${found(one).id}: ${place(sent)}`));
	expect(Object.keys(NOT_OFFERED).filter((name) => !documented.includes(name) || offered.includes(name))).toEqual([]);
	expect(Object.keys(DEMANDED).filter((name) => !demanded.includes(name))).toEqual([]);
	expect(Object.keys(LEFT_OPEN).filter((name) => !documented.includes(name) || demanded.includes(name))).toEqual([]);
});
