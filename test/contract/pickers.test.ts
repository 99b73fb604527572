import type { ApiVersion, Asking, List } from '../../engine/types';
import { allFieldsOf, guidedRows, promisedRows } from '../table/rows';
import type { Row } from '../table/rows';
import { contracts, namedIn } from './contracts';
import type { Contract } from './contracts';
import { callOf, pagingNames } from './sent';

/** A call that fills a list or a form while someone works in the editor. */
interface Asked {
	id: string;
	row: Row;
	version?: ApiVersion;
	route: string;
	host?: string;
	list?: List;
	/** What it sends beside the paging. */
	sends: Array<{ in: 'query' | 'body'; name: string }>;
	tokens?: readonly string[];
}

const used: Asked[] = [...promisedRows, ...guidedRows].flatMap((row) =>
	allFieldsOf(row.operation.fields).flatMap(([name, { picker, mapper }]): Asked[] => {
		const base = { row, version: row.version, id: `${row.id} ${name}` };
		const asked = (route: string) => [...new URL(route.split(' ')[1], 'https://none.invalid').searchParams.keys()].map((one) => ({ in: 'query' as const, name: one }));
		const stepsOf = (asked: readonly Asking[] = [], tokens?: readonly string[]) => asked.map(({ route, query }) => ({ ...base, route, sends: Object.keys(query({}, {})).map((one) => ({ in: 'query' as const, name: one })), tokens }));
		const steps = [...stepsOf(mapper?.steps, mapper?.tokens), ...stepsOf(picker?.before, picker?.tokens)];
		const picked = picker ? [{ ...base, ...picker, id: base.id, sends: [...asked(picker.route), ...[...Object.keys(picker.query?.({}, {}) ?? {}), ...(picker.searchBy ? [picker.searchBy.query] : [])].map((one) => ({ in: 'query' as const, name: one })), ...[...Object.keys(picker.body ?? {}), ...(picker.search ? [picker.search] : [])].map((one) => ({ in: 'body' as const, name: one }))] }] : [];
		return [...picked, ...steps];
	}),
);

const bare = (path: string): string => path.replace(/\{\w+\}/g, '{}');

function promised({ row, version, route, host }: Asked): Contract | undefined {
	const call = callOf(row.api, { route: route.split('?')[0], host, fields: {} }, version);
	return contracts.find((one) => one.method === call.method && one.host === call.host && bare(one.path) === bare(call.path));
}

test('there are lists and forms to look at', () => {
	expect(used.length).toBeGreaterThan(5);
});

test.each(used.map((one) => [`${one.id} ${one.route}`, one] as const))('%s: its call is in the contract, with what it sends', (_, one) => {
	const contract = promised(one);
	expect({ route: one.route, there: contract !== undefined }).toMatchObject({ there: true });
	const named = namedIn(contract!).map(({ in: place, name }) => `${place} ${name}`);
	const paged = one.list ? pagingNames({ list: one.list }, one.version?.value) : [];
	expect([...paged, ...one.sends].map(({ in: place, name }) => `${place} ${name}`).filter((name) => !named.includes(name))).toEqual([]);
	const sends = one.sends.map(({ in: place, name }) => `${place} ${name}`);
	expect(namedIn(contract!).filter(({ in: place, member }) => place !== 'path' && place !== 'header' && member.required).map(({ in: place, name }) => `${place} ${name}`).filter((name) => !sends.includes(name))).toEqual([]);
	if (one.tokens) expect([...one.tokens].filter((kind) => !contract!.token.includes(kind))).toEqual([]);
});
