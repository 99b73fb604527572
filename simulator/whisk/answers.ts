import type { Answer } from '../types';

/** 200 with a JSON body. */
export const ok = (body: unknown): Answer => ({ status: 200, body });

/** A failure of the request, as Whisk writes it. */
export const refused = (status: number, code: string, message: string): Answer => ({ status, body: { error_code: code, message } });

/** A failure of the sign-in, as Whisk writes it: a code and nothing else. */
export const unauthorized = (code: string): Answer => ({ status: 401, body: { code } });
