import { answerDifferences } from './answers';
import { differences } from './differences';
import { requestDifferences } from './requests';
import { rowDifferences } from './rows';
import { contractFor, once, samples, samplesOf, SERVICES } from './samples';
import type { Sample } from './samples';

const operations = once(samples.map(({ operation }) => operation));

function differencesOf(sample: Sample): string[] {
	const contract = contractFor(sample);
	return [
		...(sample.request ? requestDifferences(contract, sample.request) : []),
		...(sample.response ? answerDifferences(contract, sample.response) : []),
		...rowDifferences(contract, sample),
	];
}

test.each(SERVICES)('%s: ten operations have a printed request, and ten a printed response', (service) => {
	const having = (part: 'request' | 'response') => once(samplesOf(service).filter((sample) => sample[part] !== null).map(({ operation }) => operation));
	expect(having('request').length).toBeGreaterThanOrEqual(10);
	expect(having('response').length).toBeGreaterThanOrEqual(10);
});

test('each sample says at which public address it is printed, a file with its commit', () => {
	const addresses = samples.flatMap(({ address, request, response }) => [address, request?.address, response?.address]).filter((address) => address !== undefined);
	expect(addresses.filter((address) => !/^https:\/\/(docs\.whisk\.com|github\.com\/[\w-]+\/[\w-]+\/blob\/[0-9a-f]{40})\//.test(address))).toEqual([]);
});

test('no sample carries a token, a key or an address of a person', () => {
	const text = JSON.stringify(samples);
	expect(text.match(/[\w.]+@(?!example\.com)[\w.]+/g) ?? []).toEqual([]);
	expect(samples.flatMap(({ request }) => request?.headers.Authorization ?? []).filter((value) => !/^\w+ <token>$/.test(value))).toEqual([]);
	expect(text.match(/AKIA\w+|Signature=[^<]|sessionid=/g) ?? []).toEqual([]);
});

describe('what a sample and we say differently is listed, and what is listed still differs', () => {
	test.each(operations)('%s', (operation) => {
		const found = once(samples.filter((sample) => sample.operation === operation).flatMap(differencesOf));
		const listed = differences.filter((one) => one.operation === operation).map(({ what }) => what);
		expect({ notListed: found.filter((what) => !listed.includes(what)), noLongerFound: listed.filter((what) => !found.includes(what)) }).toEqual({ notListed: [], noLongerFound: [] });
	});
});

test('each listed difference belongs to a sample, once, and has its reason', () => {
	expect(differences.filter(({ operation, why }) => !operations.includes(operation) || why.trim() === '')).toEqual([]);
	const names = differences.map(({ operation, what }) => `${operation} ${what}`);
	expect(once(names)).toEqual(names);
});
