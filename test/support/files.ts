import type { IBinaryData, IBinaryKeyData } from 'n8n-workflow';
import type { Field, Fields, FileContent, Reading } from '../../engine/types';
import { allFieldsOf } from '../table/rows';

/** Every file of the tests has as many bytes, so that what is told beforehand can be told for all of them. */
export const FILE_SIZE = 96;
/** The name that input items have their file under: the default of a file field. */
export const FILE_NAME = 'data';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Kinds of files, the plainest first: a field gets the first one that it takes. */
const KINDS = [
	{ mimeType: 'text/plain', ending: 'txt', start: 'a file of the tests' },
	{ mimeType: 'image/png', ending: 'png', start: Buffer.from(PIXEL, 'base64') },
	{ mimeType: 'video/mp4', ending: 'mp4', start: 'not really a video' },
	{ mimeType: 'application/pdf', ending: 'pdf', start: '%PDF-1.4' },
	{ mimeType: 'application/gzip', ending: 'csv.gz', start: Buffer.from([0x1f, 0x8b]) },
];

/** The bytes of a kind of file, differing from item to item. */
function contentOf(start: string | Buffer, item: number): Buffer {
	const content = Buffer.alloc(FILE_SIZE, '.');
	Buffer.concat([Buffer.from(start), Buffer.from(` ${item} `)]).copy(content);
	return content;
}

const fileAt = (kind: (typeof KINDS)[number], item: number): IBinaryData => ({
	data: contentOf(kind.start, item).toString('base64'), mimeType: kind.mimeType, fileName: `file-${item}.${kind.ending}`, fileExtension: kind.ending,
});

const contentIn = ({ data, mimeType, fileName = '' }: IBinaryData): FileContent => ({ data, mimeType, fileName, size: Buffer.from(data, 'base64').length });

/** What a field may know while the tests read it; files are of the given kind. */
export const readingWith = (more: Partial<Reading> = {}, kind = KINDS[0]): Reading => ({
	values: {}, timezone: 'UTC', credentials: { marketplace: 'EBAY_US' }, file: () => contentIn(fileAt(kind, 0)), ...more,
});

const isFile = (value: unknown): value is FileContent => typeof value === 'object' && value !== null && 'mimeType' in value && 'fileName' in value;

/** The kind of file that a field takes; undefined for a field that takes none. */
function kindFor({ control, read, place }: Field): (typeof KINDS)[number] | undefined {
	if (control.type !== 'string' || place.in !== 'body' || control.default !== FILE_NAME) return undefined;
	return KINDS.find((kind) => {
		try {
			return isFile(read(FILE_NAME, readingWith({}, kind)));
		} catch {
			return false;
		}
	});
}

/** A file as a field would read it; undefined for a field that takes none. */
export function fileFor(field: Field): FileContent | undefined {
	const kind = kindFor(field);
	return kind && contentIn(fileAt(kind, 0));
}

/** The files that an input item needs for the fields of an operation, one under the usual name. */
export function filesFor(fields: Fields, item = 0): IBinaryKeyData {
	const kind = allFieldsOf(fields).map(([, field]) => kindFor(field)).find((found) => found !== undefined);
	return kind ? { [FILE_NAME]: fileAt(kind, item) } : {};
}

/** The same files as the engine hands them to a field. */
export function readerOf(files: IBinaryKeyData): Reading['file'] {
	return (name) => {
		if (!files[name]) throw new Error(`The input item has no file '${name}'`);
		return contentIn(files[name]);
	};
}
