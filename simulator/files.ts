import type { Desk } from './desk';
import { mintHex } from './random';
import type { Answer, SimulatedRequest } from './types';

/** The host that downloads are recorded under in the account. */
export const FILES_HOST = 'files';

/** A file behind a signed link. */
export interface StoredFile {
	content: Buffer;
	contentType: string;
	fileName: string;
	signature: string;
}

export type Files = Map<string, StoredFile>;

/** Puts a file into the store and gives its signed link: path and query, without the origin. */
export function storeFile(files: Files, file: Omit<StoredFile, 'signature'>): string {
	const [key, signature] = [mintHex(24), mintHex(64)];
	files.set(key, { ...file, signature });
	return `/files/${key}?signature=${signature}`;
}

const refused = (status: number, message: string): Answer => ({ status, body: message });

function serveFile(files: Files, { method, path, query, headers }: SimulatedRequest): Answer {
	if (method !== 'GET') return refused(405, 'Files can only be read');
	// storage services refuse a request that signs in twice
	if (headers.authorization !== undefined) return refused(400, 'Only one way to sign in is allowed: the link is signed, send no Authorization header');
	const file = files.get(path.replace(/^\/files\//, ''));
	if (!file) return refused(404, 'No such file');
	const [signature, ...more] = query.signature ?? [];
	if (signature !== file.signature || more.length > 0) return refused(403, 'The signature does not match');
	return { status: 200, body: file.content, headers: { 'content-type': file.contentType, 'content-disposition': `attachment; filename="${file.fileName}"` } };
}

/** The storage behind signed links: it knows no operations and no tokens. */
export const openFiles = (filesOf: () => Files): Desk => ({
	identify: () => undefined,
	serve: (request) => serveFile(filesOf(), request),
	failure: (_request, status) => refused(status, 'The storage was told to fail'),
	expireTokens: () => undefined,
});
