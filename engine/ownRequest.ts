import { shown, toText } from './checks';
import { field, json, option, path, query, wholeBody } from './fields';
import { FieldProblem } from './problem';
import { op, resource } from './rows';
import type { Api, Field, Fields, Resource } from './types';

/** A path of the user's own: it starts with a slash and stays below the address of the credential. */
function toPath(raw: unknown): string {
	const text = toText(raw);
	const help = 'Write it like /orders/, without host and version; parameters go into Query Parameters.';
	if (!/^\/[^/]/.test(text)) throw new FieldProblem(`does not start with one slash: ${shown(text)}`, help);
	if (/[?#\s\\]/.test(text) || text.split('/').some((part) => part === '.' || part === '..')) throw new FieldProblem(`is not a path: ${shown(text)}`, help);
	return text;
}

const ownPath = (): Field<string> => path('path', field({ label: 'Path', required: true, placeholder: 'e.g. /v1/items/123', description: "As the API's own page has it, after the host" }, { type: 'string', default: '' }, toPath));

const choice = (where: 'host' | 'method' | 'token', made: Field): Field => ({ ...made, place: { in: where } });

const listed = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));

/** What every own request can choose: host and token where the API has several, path and query. */
const common = ({ hosts, tokenNames }: Api): Fields => ({
	...(hosts ? { host: choice('host', option({ label: 'Host', description: "The host that the API's own page names", options: listed(hosts) })) } : {}),
	...(tokenNames ? { token: choice('token', option({ label: 'Token', description: 'Whose access the request needs', options: tokenNames })) } : {}),
	query: query('', json({ label: 'Query Parameters (JSON)', placeholder: 'e.g. { "limit": 10 }', description: 'Names and values; a list repeats its name' })),
});

/** Calls of the user's own on the same engine, so that a page that is wrong or new stops nobody. Writes are never repeated. */
export const ownRequest = (api: Api): Resource =>
	resource('Own Request', 'ownRequest', [
		op({
			value: 'get', name: 'Get Data', action: 'Get data by own request', description: `Read anything from ${api.name} that no other operation reads`,
			route: 'GET /{+path}', effect: 'read', repeat: 'absolute', own: true,
			fields: { path: ownPath(), ...common(api) },
		}),
		op({
			value: 'send', name: 'Send Data', action: 'Send data by own request', description: `Change something in ${api.name} that no other operation changes; sent once only`,
			route: 'POST /{+path}', effect: 'update', repeat: 'never', own: true,
			fields: {
				method: choice('method', option({ label: 'Method', options: listed(['POST', 'PUT', 'PATCH', 'DELETE']) })),
				path: ownPath(), ...common(api),
				body: wholeBody(json({ label: 'Body (JSON)', placeholder: 'e.g. { "name": "value" }', description: 'All that is sent' })),
			},
		}),
	]);
