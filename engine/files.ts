import type { IBinaryData, IDataObject, IExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Answer, Api, Caller, FileContent, HttpRequest, Result } from './types';

/** A stream of n8n's helpers. */
export type Stream = Extract<Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0], { pipe: unknown }>;

type Body = Pick<IHttpRequestOptions, 'body'> & { headers: Record<string, string> };

/**
 * The body of one try. Files are opened anew for each: a raw one as a stream with its length, those of a multipart body
 * in memory. A body that is signed goes out as bytes, so that nothing between writes it anew.
 */
export async function opened(caller: Caller, { body, parts, headers }: HttpRequest, sign = false): Promise<Body> {
	if (!parts) return { headers, body: sign && body !== undefined ? Buffer.from(body) : body };
	const { helpers } = caller as IExecuteFunctions;
	const [[name, first]] = parts;
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

/**
 * The file behind a link of an answer. It is fetched without any credential, over https (or from the address of the
 * credential itself), only from hosts that the table names.
 */
export async function fetchLink(caller: IExecuteFunctions, api: Api, link: unknown, base: string, timeout: number): Promise<Result<Answer>> {
	const url = URL.canParse(String(link)) ? new URL(String(link)) : undefined;
	const isNamed = url?.protocol === 'https:' && !url.username && (api.fileHosts ?? []).some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
	if (!url || !(isNamed || url.origin === new URL(base).origin)) {
		return failed(`${api.name} links to a file at an address that is not one of its own: ${url?.host ?? 'no address'}`, 'It was not fetched. The job itself is done: fetch the file by hand if you trust the address.');
	}
	const options: IHttpRequestOptions = { method: 'GET', url: url.href, encoding: 'stream', returnFullResponse: true, ignoreHttpStatusErrors: true, disableFollowRedirect: true, timeout };
	const answer = await (caller.helpers.httpRequest(options) as Promise<IN8nHttpFullResponse>).catch((error: Error) => error);
	if (answer instanceof Error) return failed(`The file at ${url.host} could not be fetched: ${answer.message.replace(url.search, '')}`, 'The job itself is done; its link may have expired.');
	if (answer.statusCode !== 200) return failed(`The file at ${url.host} could not be fetched (status ${answer.statusCode})`, 'The job itself is done; its link may have expired.');
	return { ok: true, value: { statusCode: 200, headers: answer.headers, body: undefined, file: await toFile(caller, answer.body as unknown as Stream, answer.headers, {}) } };
}

const failed = (message: string, description: string): Result<Answer> => ({ ok: false, failure: { message, description, outcome: 'done' } });
