import type { Contract } from '../contract/contracts';
import { isObject, isOf, once, typeOf } from './samples';
import type { Json, SampleResponse } from './samples';

/** Objects that stand at the root of an answer: itself, or the elements of a bare list. */
export const rootsOf = (body: unknown) => (Array.isArray(body) ? body : [body]).filter(isObject);

/** What a printed response has and the contract's answer does not. */
export function answerDifferences({ success, answer, answerRoot }: Contract, { status, body }: SampleResponse): string[] {
	const bare = Array.isArray(body);
	return once([
		...(status === null || success.includes(status) ? [] : [`status ${status}`]),
		...(body === null || bare === (answerRoot === 'array') ? [] : [bare ? 'answer: a bare list' : 'answer: no bare list']),
		...rootsOf(body).flatMap((root) => rootDifferences(root, answer)),
	]);
}

function rootDifferences(root: Json, answer: Record<string, string>): string[] {
	const names = Object.keys(root);
	const promised = Object.keys(answer);
	if (names.length > 0 && promised.length > 0 && !names.some((name) => promised.includes(name))) return [`answer ${names.join(', ')} in place of ${promised.join(', ')}`];
	return names.flatMap((name) => memberDifferences(name, answer[name], root[name]));
}

function memberDifferences(name: string, type: string | undefined, value: unknown): string[] {
	if (type === undefined) return [`answer ${name}: not in the contract`];
	return value === null || isOf(type, value) ? [] : [`answer ${name}: ${typeOf(value)} for ${type}`];
}
