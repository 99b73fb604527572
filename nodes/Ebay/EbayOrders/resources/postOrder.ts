import { body, collection, dateTime, option, query, text } from '../../../../engine/fields';
import type { Words } from '../../../../engine/fields';
import { isObject } from '../../../../engine/json';
import type { Field, Fields, List, Meanings } from '../../../../engine/types';

/** What all calls of the Post-Order API have in common: any member's token will do. */
export const postOrder = { tokens: ['user'] };

/** Refusals of the Post-Order API, whose pages name no codes for its calls; 1001 means something else in all other APIs. */
export const refusals = (thing: string): Meanings => ({
	400: `eBay could not use the values of this request: the ${thing} may be in a state that does not allow it. Look at it first.`,
	403: `The ${thing} is not one of the member behind this credential, or the member may not do this.`,
	404: `There is no ${thing} with this ID for the member behind this credential.`,
	409: `The ${thing} is in a state that does not allow this, or has been answered already. Look at it first.`,
	1001: 'eBay reports a fault of its own.',
});

/** A list of the Post-Order API, asked for page by page. */
export const listOf = (items: string, id: string): List => ({ items, id: [id], paging: { in: 'query', by: 'records', at: 'offset', limit: 'limit', max: 100, total: 'paginationOutput.totalEntries' } });

export const isoDate = (utc: Date): string => utc.toISOString();

/** A moment, which the API keeps in an object. */
export const moment = (name: string, words: Words) => body(`${name}.value`, dateTime({ ...words, write: isoDate }));

/** A text for people, which the API keeps in an object with its language. */
export const note = (name: string, words: Words & { max?: number }) => body(`${name}.content`, text({ rows: 3, ...words }));
export const languageOf = (name: string) => body(`${name}.language`, text({ label: 'Language', placeholder: 'e.g. en', description: 'In which the text is written' }));
/** The language of a text, where nothing else is optional. */
export const more = (fields: Fields) => collection({ label: 'Additional Fields', add: 'Add Field' }, fields);

/** Between two moments, each a parameter of its own. */
export const opened = (name: string): Fields => ({
	openedAfter: query(`${name}_from`, dateTime({ label: 'Opened After', description: "A time without a zone is read in the workflow's zone", write: isoDate })),
	openedBefore: query(`${name}_to`, dateTime({ label: 'Opened Before', description: 'A time without a zone is read in the zone of the workflow', write: isoDate })),
});

/** What a search can be narrowed to, beside dates and states. */
export const about = (order: string): Fields => ({
	orderId: query(order, text({ label: 'Order ID', placeholder: 'e.g. 27-11111-22222', description: 'Those of one order' })),
	itemId: query('item_id', text({ label: 'Item ID', placeholder: 'e.g. 110012345678', description: 'Those of one listing' })),
	transactionId: query('transaction_id', text({ label: 'Transaction ID', description: 'With the item ID: those of one line of an order' })),
	sort: query('sort', text({ label: 'Sort', description: "A field to sort by, in eBay's own words" })),
});

export const role = () => query('role', option({ label: 'Role', description: 'Whether the member behind the credential sells or buys', options: { SELLER: 'Seller', BUYER: 'Buyer' } }));

/** How much of a record is wanted, in words that only eBay's pages list. */
export const fieldGroups = (): Field<string> => query('fieldgroups', text({ label: 'Field Groups', description: 'How much of the record is wanted, such as FULL or SUMMARY' }));

/** Whether a member of this name stands anywhere in an answer, with this value if one is given. */
export function says(answer: unknown, name: string, value?: unknown): boolean {
	if (Array.isArray(answer)) return answer.some((entry) => says(entry, name, value));
	if (!isObject(answer)) return false;
	return Object.entries(answer).some(([key, one]) => (key === name && (value === undefined || one === value)) || says(one, name, value));
}
