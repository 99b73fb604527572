import type { Answer } from '../types';

/** 200 with a body, or an empty one. */
export const ok = (body: unknown): Answer => ({ status: 200, body });

/** An error in the only shape the documentation shows: a message. */
export const failed = (status: number, message: string): Answer => ({ status, body: { message } });
