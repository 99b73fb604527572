import { mintHex, uuidOf } from '../random';
import type { Answer } from '../types';

/** 200 with a body, or an empty one. */
export const ok = (body: unknown): Answer => ({ status: 200, body });

/** An error in the only shape the documentation shows: a message. */
export const failed = (status: number, message: string): Answer => ({ status, body: { message } });

/** A uuid for something that a call has made. */
export const newUuid = (): string => uuidOf(0, mintHex(32));
