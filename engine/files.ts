import type { IBinaryData, IDataObject, IExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { explainAnswer, explainFault } from './explain';
import type { NetworkFault, Raw, Sending } from './explain';
import { isObject, parseJson } from './json';
import { getPath } from './request';
import { redactAll } from './redact';
import { withRetries } from './retry';
import type { Wire } from './retry';
import type { Answer, Caller, Embedded, FileContent, HttpRequest, Item, Result, Stream } from './types';

type Body = Pick<IHttpRequestOptions, 'body'> & { headers: Record<string, string> };

/**
 * The body of one try. Files are opened anew for each: a raw one as a stream with its length, those of a multipart body
 * in memory, those of a JSON body as Base64. A body that is signed goes out as bytes, so that nothing between writes it anew.
 */
export async function opened(caller: Caller, { body, parts, headers }: HttpRequest, sign = false): Promise<Body> {
	if (!parts) return { headers, body: sign && body !== undefined ? Buffer.from(body) : body };
	const { helpers } = caller as IExecuteFunctions;
	const [[name, first]] = parts;
	if (body !== undefined) {
		const files = await Promise.all(parts.map(async ([key, part]) => [key, Buffer.from(await bytesOf(helpers, part as FileContent)).toString('base64')]));
		const text = JSON.stringify({ ...(parseJson(body) as IDataObject), ...(Object.fromEntries(files) as IDataObject) });
		return { headers, body: sign ? Buffer.from(text) : text };
	}
	if (name === '' && typeof first !== 'string') {
		const length = first.size ?? (first.id ? (await helpers.getBinaryMetadata(first.id)).fileSize : undefined);
		const content = first.id ? await helpers.getBinaryStream(first.id) : Buffer.from(first.data, 'base64');
		return { headers: { ...headers, ...(length === undefined ? {} : { 'Content-Length': String(length) }) }, body: content as IHttpRequestOptions['body'] };
	}
	const form = new FormData();
	for (const [key, part] of parts) {
		if (typeof part === 'string') form.append(key, part);
		else form.append(key, new Blob([await bytesOf(helpers, part)], { type: part.mimeType }), part.fileName);
	}
	return { headers, body: form as unknown as IHttpRequestOptions['body'] };
}

const bytesOf = async (helpers: IExecuteFunctions['helpers'], { id, data }: FileContent): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array(id ? await helpers.binaryToBuffer(await helpers.getBinaryStream(id)) : Buffer.from(data, 'base64'));

/** An answer's file, named as its headers name it; packed ones are unpacked on demand, in memory. */
export async function toFile({ helpers }: IExecuteFunctions, stream: Stream, headers: IDataObject, { gunzip = false }: { gunzip?: boolean }): Promise<IBinaryData> {
	const name = fileNameOf(headers);
	const type = String(headers['content-type'] ?? '').split(';')[0] || undefined;
	if (!gunzip) return await helpers.prepareBinaryData(stream, name, type);
	const packed = await helpers.binaryToBuffer(stream);
	if (packed[0] !== 0x1f || packed[1] !== 0x8b) return await helpers.prepareBinaryData(packed, name, type);
	const unpacked = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('gzip'));
	return await helpers.prepareBinaryData(Buffer.from(await new Response(unpacked).arrayBuffer()), name?.replace(/\.gz$/i, ''));
}

/** File name of a content-disposition header, without any path. */
export function fileNameOf(headers: IDataObject): string | undefined {
	const text = String(headers['content-disposition'] ?? '');
	const encoded = /filename\*=(?:UTF-8'')?([^;]+)/i.exec(text)?.[1];
	const plain = /filename="?([^";]+)"?/i.exec(text)?.[1];
	const name = encoded && /^(?:[^%]|%[\da-f]{2})+$/i.test(encoded.trim()) ? decodeURIComponent(encoded.trim()) : plain;
	return name?.split(/[/\\]/).pop()?.trim() || undefined;
}

/** An item for each file that stands in an answer as Base64, under its name there. */
export async function embeddedFiles({ helpers }: IExecuteFunctions, { items, data, name, drop = [] }: Embedded, body: unknown, property = 'data'): Promise<Item[]> {
	const entries = getPath(body, items);
	return await Promise.all((Array.isArray(entries) ? entries : []).filter(isObject).map(async (entry) => {
		const json = Object.fromEntries(Object.entries(entry).filter(([key]) => key !== data && !drop.includes(key)));
		const file = await helpers.prepareBinaryData(Buffer.from(String(entry[data] ?? ''), 'base64'), entry[name] === undefined ? undefined : String(entry[name]));
		return { json, binary: { [property]: file } };
	}));
}

/** A file that could not be read to its end. */
export const brokenOff = ({ message, code }: Error & { code?: string }): NetworkFault => ({ code, message, signIn: false });

/** A web page is never the file that was asked for. */
export const isPage = (headers: IDataObject): boolean => /^text\/html/i.test(String(headers['content-type'] ?? ''));

/**
 * The file behind a link of an answer. It is fetched without any credential, over https (or from the address of the
 * credential itself), only from hosts that the table names; again like any other read.
 */
export async function fetchLink({ caller, pace }: Wire, sending: Sending, link: unknown, { url: base, timeout }: HttpRequest): Promise<Result<Answer>> {
	const { api } = sending;
	const url = URL.canParse(String(link)) ? new URL(String(link)) : undefined;
	const isNamed = url?.protocol === 'https:' && !url.username && (api.fileHosts ?? []).some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
	if (!url || !(isNamed || url.origin === new URL(base).origin)) {
		const message = `${api.name} links to a file at an address that is not one of its own: ${url?.host ?? 'no address'}`;
		return { ok: false, failure: { message, description: 'It was not fetched: fetch it by hand if you trust the address.', outcome: 'done' } };
	}
	const request: HttpRequest = { method: 'GET', url: url.href, headers: {}, timeout };
	const reading: Sending = { api, effect: 'read' };
	return await withRetries(pace, reading, async () => {
		const raw = await openLink(caller as IExecuteFunctions, request);
		if ('file' in raw && raw.file) return { raw, result: { ok: true, value: { statusCode: 200, headers: raw.headers, body: undefined, file: raw.file } } };
		const failure = 'statusCode' in raw ? explainAnswer(raw, reading, request) : explainFault(raw, reading, request);
		return { raw, result: { ok: false, failure: redactAll(failure, [url.search, url.search.slice(1)].filter(Boolean)) } };
	});
}

async function openLink(caller: IExecuteFunctions, { url, timeout }: HttpRequest): Promise<(Raw & { file?: IBinaryData }) | NetworkFault> {
	const options: IHttpRequestOptions = { method: 'GET', url, timeout, encoding: 'stream', returnFullResponse: true, ignoreHttpStatusErrors: true, disableFollowRedirect: true };
	const answer = await (caller.helpers.httpRequest(options) as Promise<IN8nHttpFullResponse>).catch(brokenOff);
	if (!('statusCode' in answer)) return answer;
	const { statusCode, headers } = answer;
	const stream = answer.body as unknown as Stream;
	if (statusCode !== 200 || isPage(headers)) return { statusCode, headers, text: await caller.helpers.binaryToString(stream).catch(() => '') };
	return await toFile(caller, stream, headers, {}).then((file) => ({ statusCode, headers, text: '', file }), brokenOff);
}
