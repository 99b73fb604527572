import type { Simplify } from '../../engine/types';
import { promisedRows, rows } from '../table/rows';
import type { Row } from '../table/rows';
import { contractOf, contracts } from './contracts';
import type { Contract } from './contracts';
import { callOf } from './sent';
import { repeatCodes } from '../../engine/retry';

type Case = Row & { contract: Contract };

const cases = promisedRows.flatMap((row): Array<Case & { id: string }> => {
	const contract = contractOf(callOf(row.api, row.operation, row.version));
	return contract ? [{ ...row, contract }] : [];
});
const each = test.each(cases.map((one) => [one.id, one] as const));

const top = (path: string): string => path.split('.')[0];
const contractsOf = (row: Row): Contract[] => cases.filter(({ operation }) => operation === row.operation).map(({ contract }) => contract);
const isRefusal = (status: string): boolean => Number(status) >= 400;
const ownCodes = ({ meanings = {} }: { meanings?: object }): string[] => Object.keys(meanings).filter((code) => !/^[1-5]\d\d$/.test(code));

test('every operation has a contract to be compared with', () => {
	expect(cases.length).toBe(promisedRows.length);
});

describe('answers', () => {
	each('%s: an answer without content still means something', (_, { operation: { effect, empty, echo }, contract }) => {
		if (contract.success.includes(204)) expect(empty ?? echo ?? (effect === 'delete' ? 'deleted' : undefined)).toBeDefined();
	});

	each('%s: what it takes out of the answer is there', (_, { operation: { outputs = [] }, contract }) => {
		const parts = outputs.flatMap(({ split }) => (split ? [top(split)] : []));
		expect(parts.filter((name) => !(name in contract.answer))).toEqual([]);
	});

	each('%s: records are where the contract has them', (_, { operation: { list }, contract }) => {
		if (list && contract.answerRoot !== 'array') for (const items of list.items.split('|')) expect(contract.answer[top(items)]).toBe('array');
	});

	const single = rows.filter(({ operation }) => operation.simplify && !operation.list);

	test.each(single.map((row) => [row.id, row] as const))('%s: each simplified member comes from a member that some version answers with', (_, row) => {
		const answered = new Set(contractsOf(row).flatMap(({ answer }) => Object.keys(answer)));
		const sources = Object.values(row.operation.simplify as Simplify).map((source) => (typeof source === 'string' ? source : source.from));
		expect(sources.filter((source) => !source.split('|').some((path) => answered.has(top(path))))).toEqual([]);
	});

	each('%s: warnings are looked for where a success can carry them', (_, { api, operation, contract }) => {
		if (api.credential === 'ebayApi') expect(operation.warnings ?? false).toBe('warnings' in contract.answer || (contract.errors['200'] ?? []).length > 0);
	});
});

/** Hosts of services that know several sides of a trade, where a 409 says that it is the wrong one. */
const hasSides = [...new Set(contracts.filter(({ role }) => role && role !== 'any').map(({ host }) => host))];

describe('refusals', () => {
	each('%s: every status of the contract has a sentence', (_, { api, operation, contract }) => {
		const plain = Object.entries(contract.errors).filter(([status, codes]) => isRefusal(status) && !codes.length).map(([status]) => status);
		expect(plain.filter((status) => !(status in { ...api.meanings, ...operation.meanings }))).toEqual([]);
	});

	each('%s: a row that explains a code explains every code of its contract', (_, { api, operation, contract }) => {
		if (!ownCodes(operation).length) return;
		const codes = Object.entries(contract.errors).filter(([status]) => isRefusal(status)).flatMap(([, list]) => list.map(String));
		expect(codes.filter((code) => !(code in { ...api.meanings, ...operation.meanings }))).toEqual([]);
	});

	each('%s: it explains no code that its API does not have', (_, { api, operation }) => {
		const known = contracts.filter(({ host }) => host === api.host || api.hosts?.includes(host)).flatMap(({ errors }) => Object.values(errors).flat().map(String));
		expect(ownCodes(operation).filter((code) => !known.includes(code))).toEqual([]);
	});

	each('%s: a code that means "done already" is one the contract names', (_, { operation: { repeat }, contract }) => {
		const codes = repeatCodes(repeat).map(String);
		const named = Object.entries(contract.errors).flatMap(([status, list]) => [status, ...list.map(String)]);
		expect(codes.filter((code) => !named.includes(code))).toEqual([]);
	});

	each('%s: a missing permission is named, and the side it needs', (_, { api, operation: { meanings = {} }, contract: { permission = [], role = 'any' } }) => {
		for (const name of permission) expect(meanings[403]).toContain(`'${name}'`);
		if (role !== 'any') expect(meanings[409]).toContain(`needs a ${role} account`);
		else if (hasSides.includes(api.host)) expect(meanings[409]).toBeUndefined();
	});
});

describe('access', () => {
	each('%s: it takes the kinds of token that the contract names', (_, { api, operation, contract }) => {
		if (api.kinds) expect([...(operation.tokens ?? [])].sort()).toEqual([...contract.token].sort());
		else expect(contract.token).toEqual(operation.open ? [] : ['user']);
	});

	each('%s: it is marked as documented in part as long as its contract is', (_, row) => {
		const isPartial = row.contract.certainty === 'partial';
		if (row.operation.status === 'partial') expect(isPartial).toBe(true);
		// of several forms of one route some may be documented in full
		else if (isPartial) expect(cases.filter(({ contract }) => contract === row.contract).some(({ operation }) => operation.status === 'partial')).toBe(true);
	});

	each('%s: it is marked as retired as long as the contract says so', (_, { operation, contract }) => {
		expect(operation.status === 'retired').toBe(contract.status === 'retired');
	});
});
