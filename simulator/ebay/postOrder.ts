import { describe } from '../contract';
import type { Answer, Fields, Operation, Problem } from '../types';
import type { EbayVisit } from './inventory';
import { pageOf, recordsOn } from './pages';

const INTERNAL = 1001;
const PAGING = { standard: 25, max: 200 };

/** Whether an operation belongs to the Post-Order API, which is older than the others and speaks otherwise. */
export const isPostOrder = ({ path }: Pick<Operation, 'path'>): boolean => path.startsWith('/post-order/');

/** A refusal in the shape of the Post-Order API; without a number where no page names one. */
export const refused = (status: number, message: string, errorId?: number): Answer => ({
	status,
	body: {
		errorMessage: {
			error: [{ ...(errorId === undefined ? {} : { errorId }), domain: 'postOrderErrorDomain', severity: 'ERROR', category: status < 500 ? 'REQUEST' : 'APPLICATION', message, parameter: [], longMessage: message, httpStatusCode: String(status) }],
		},
	},
});

/** A failure of the API itself. */
export const postOrderFailure = (status: number): Answer => (status >= 500 ? refused(status, 'Internal error of the Post-Order API', INTERNAL) : refused(status, `The simulator was told to answer ${status}`));

/** A broken contract. */
export const postOrderRefusal = (problem: Problem): Answer => refused(problem.kind === 'content-type' ? 415 : problem.kind === 'wrong-method' ? 405 : 400, describe(problem));

/** A moment as the API writes it. */
export const dateOf = (at: number): { value: string } => ({ value: new Date(at).toISOString() });

/** Text that stands in an object with its language. */
export const textIn = (given: unknown): string | undefined => (given as { content?: string } | undefined)?.content;

/** A page of records under the name of their list, with the total under its own name. */
export function postOrderPage({ query }: EbayVisit, list: string, total: string, all: Fields[]): Answer {
	const page = pageOf(query, PAGING);
	if ('wrong' in page) return refused(400, `The ${page.wrong} is not valid`);
	const { limit, offset } = page;
	return { status: 200, body: { [list]: recordsOn(page, all), paginationOutput: { limit, offset, totalEntries: all.length, totalPages: Math.ceil(all.length / limit) }, [total]: all.length } };
}

const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** Whether a moment lies between the two ends that a query names; a refusal for an end that is no date. */
export function between(query: Fields, from: string, to: string): { holds: (at: number) => boolean } | { refusal: Answer } {
	const ends = [query[from], query[to]] as Array<string | undefined>;
	const wrong = ends.find((end) => end !== undefined && !DATE.test(end));
	if (wrong !== undefined) return { refusal: refused(400, `Not a date: ${wrong}`) };
	const [start, end] = [ends[0] ? Date.parse(ends[0]) : 0, ends[1] ? Date.parse(ends[1]) : Infinity];
	return start > end ? { refusal: refused(400, 'The date range ends before it starts') } : { holds: (at) => at >= start && at <= end };
}

/** Whether a record has what a query asks for; what is not asked for holds. */
export const asked = (query: Fields, wanted: Record<string, unknown>): boolean =>
	Object.entries(wanted).every(([name, value]) => query[name] === undefined || [value].flat().map(String).includes(String(query[name])));
