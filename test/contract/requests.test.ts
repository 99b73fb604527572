import { credentialTypes } from '../table/load.js';
import { fieldsOf, repeated, rows, versionedRows } from '../table/rows';
import { contractOf, contracts, keyOf, membersAt, namedIn } from './contracts';
import type { Contract, Member, Place } from './contracts';
import { callOf, sentBy } from './sent';
import type { Sent } from './sent';

/** Documented members that the table does not offer, each with its reason: `contract id: place name`. */
const NOT_OFFERED: Record<string, string> = {};

const cases = versionedRows.map((row) => ({ ...row, call: callOf(row.api, row.operation, row.version), sent: sentBy(row.operation, row.version?.value) }));
const each = test.each(cases.map((one) => [one.id, one] as const));

/** The record of a row; its absence is the finding of a test of its own. */
const found = ({ call }: (typeof cases)[number]): Contract => contractOf(call) ?? { id: keyOf(call), ...call, token: [], success: [], errors: {}, answer: {} };
const place = ({ in: where, name }: { in: Place; name: string }): string => `${where} ${name}`;

/** JSON type of a value. */
const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value);

/** Whether a value as it is sent is of a contract's type; outside the body everything is written as text. */
function fits(value: unknown, { type, items, nullable }: Member, where: Place): boolean {
	if (value === null) return nullable === true;
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

each('%s: all it sends is in the contract, in the same place', (_, one) => {
	expect(one.sent.map(place).filter((name) => !namedIn(found(one)).map(place).includes(name))).toEqual([]);
});

each('%s: all that is documented is offered', (_, one) => {
	const contract = found(one);
	const offered = one.sent.map(place);
	const missing = namedIn(contract).map(place).filter((name) => !offered.includes(name) && !offered.some((own) => own.startsWith(`${name}.`)));
	expect(missing.filter((name) => !(`${contract.id}: ${name}` in NOT_OFFERED))).toEqual([]);
});

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
		const offered = [...new Set(sent.values.flat())].filter((value) => value !== null);
		expect({ name: place(sent), values: openEnum ? listed.filter((value) => !offered.includes(value)) : offered.sort() }).toEqual({ name: place(sent), values: openEnum ? [] : [...listed].sort() });
	}
});

/** Headers that go with every request, for the credential as a new one is. */
function headersOf({ api }: (typeof cases)[number]): string[] {
	const type = credentialTypes.find((one) => one.type.name === api.credential)!.type;
	return Object.keys(api.headers?.(Object.fromEntries(type.properties.map(({ name, default: value }) => [name, value as string]))) ?? {});
}

each('%s: what the contract requires is required, or goes with every request', (_, one) => {
	const always = headersOf(one).map((name) => `header ${name}`);
	const required = namedIn(found(one)).filter(({ member }) => member.required).map(place);
	const demanded = one.sent.filter((sent) => sent.required).map(place);
	expect(required.filter((name) => !demanded.includes(name) && !always.includes(name))).toEqual([]);
});

each('%s: nothing is demanded that the contract leaves open', (_, one) => {
	const contract = found(one);
	const open = (sent: Sent) => sent.required && !sent.alternative && !membersAt(contract, sent.in)[sent.name]?.required;
	expect(one.sent.filter(open).map(place)).toEqual([]);
});

test('eBay: the marketplace goes with every request, and each site that an operation offers is one the credential knows', () => {
	const ebay = cases.filter(({ api }) => api.credential === 'ebayApi');
	expect(ebay.length).toBeGreaterThan(3);
	const sites = credentialTypes.find(({ type }) => type.name === 'ebayApi')!.type.properties.find(({ name }) => name === 'marketplace')!.options!.map((option) => 'value' in option && option.value);
	for (const one of ebay) {
		expect(headersOf(one)).toContain('X-EBAY-C-MARKETPLACE-ID');
		const chosen = one.sent.find(({ name }) => name === 'X-EBAY-C-MARKETPLACE-ID')?.values ?? [];
		expect([...chosen].sort()).toEqual([...sites].sort());
	}
});

const pickers = rows.flatMap((row) => {
	const used = fieldsOf(row.operation.fields).flatMap(([name, { picker }]) => (picker ? [{ name, picker }] : []));
	const versions = versionedRows.filter(({ operation }) => operation === row.operation).map(({ version }) => version);
	return used.flatMap(({ name, picker }) => versions.map((version) => ({ row, picker, version, id: `${row.id} ${name} ${version?.value ?? ''}`.trim() })));
});

test.each(pickers.map((one) => [one.id, one] as const))('picker %s: its call is in the contract, with what it sends', (_, { row, picker, version }) => {
	const call = callOf(row.api, { route: picker.route, fields: {} }, version);
	const bare = (path: string) => path.replace(/\{\w+\}/g, '{}');
	const contract = contracts.find((one) => one.method === call.method && one.host === call.host && bare(one.path) === bare(call.path));
	expect({ call, there: contract !== undefined }).toMatchObject({ there: true });
	const { paging } = picker.list;
	const paged = paging && (!paging.version || paging.version === version?.value) ? ['start', 'limit'].map((name) => `${paging.in} ${name}`) : [];
	const sent = [...paged, ...Object.keys(picker.body ?? {}).map((name) => `body ${name}`)];
	expect(sent.filter((name) => !namedIn(contract!).map(place).includes(name))).toEqual([]);
	if (picker.tokens) expect([...picker.tokens].sort()).toEqual([...contract!.token].sort());
});

test('the exceptions named here are still exceptions', () => {
	const documented = contracts.flatMap((contract) => namedIn(contract).map((member) => `${contract.id}: ${place(member)}`));
	const offered = cases.flatMap((one) => one.sent.map((sent) => `${found(one).id}: ${place(sent)}`));
	expect(Object.keys(NOT_OFFERED).filter((name) => !documented.includes(name) || offered.includes(name))).toEqual([]);
});
