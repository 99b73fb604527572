import type { Simulator } from '../support/simulator';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into freely
export type Json = Record<string, any>;

export interface Sent {
	body?: unknown;
	token?: 'user' | 'server' | 'client';
	scheme?: string;
}

export interface Got {
	status: number;
	json: Json;
}

/** A plain request with a demo token, on the simulator of the moment. */
export const callerOf = (used: { sim: Simulator }) => async (method: string, path: string, { body, token = 'user', scheme = token === 'user' ? 'Bearer' : 'Token' }: Sent = {}): Promise<Got> => {
	const headers = { authorization: `${scheme} ${used.sim.demo.whisk[`${token}Token`]}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
	const answer = await fetch(used.sim.urls.whisk + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
	return { status: answer.status, json: (await answer.json()) as Json };
};

export const withQuery = (path: string, query: Record<string, string>): string => `${path}?${new URLSearchParams(query).toString()}`;

/** Reads pages until none is named; `cursorOf` finds the next cursor in an answer. */
export async function readAll(read: (after?: string) => Promise<Got>, cursorOf: (json: Json) => string | undefined): Promise<Json[]> {
	const pages: Json[] = [];
	for (let after: string | undefined; pages.length === 0 || after; after = cursorOf(pages.at(-1)!)) {
		const { status, json } = await read(after);
		expect(status).toBe(200);
		pages.push(json);
		if (pages.length > 20) throw new Error('The pages do not end');
	}
	return pages;
}
