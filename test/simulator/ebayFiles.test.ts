import { disputeIdOf } from '../../simulator/ebay/disputes';
import { useSimulator } from '../support/simulator';
import { callerOf, codeOf, withQuery } from './ebayCalls';
import type { Json, Sent } from './ebayCalls';

const used = useSimulator();
const call = callerOf(used);
const bytesOf = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index * 31) % 256));

describe('payment disputes', () => {
	const at = (id: string, action = '') => `/sell/fulfillment/v1/payment_dispute/${id}${action}`;
	const [OPEN, OTHER, CLOSED] = [1, 2, 3].map(disputeIdOf);
	const apiz = (method: string, path: string, sent: Sent = {}) => call(method, path, { host: 'apiz.ebay.com', ...sent });
	const upload = (id: string, name: string, type: string, content = bytesOf(300), part = 'file') => {
		const form = new FormData();
		form.append(part, new File([new Uint8Array(content)], name, { type }));
		return apiz('POST', at(id, '/upload_evidence_file'), { raw: form });
	};
	const add = (id: string, body: Json) => apiz('POST', at(id, '/add_evidence'), { body });
	const fetched = (id: string, query: Record<string, string>) => apiz('GET', withQuery(at(id, '/fetch_evidence_content'), query));

	test('are served by apiz alone', async () => {
		expect((await apiz('GET', at(OPEN))).json).toMatchObject({ paymentDisputeId: OPEN, orderId: '12-10011-20011', paymentDisputeStatus: 'ACTION_NEEDED', evidence: [] });
		expect((await apiz('GET', at(CLOSED))).json).toMatchObject({ paymentDisputeStatus: 'CLOSED', availableChoices: [] });
		expect(codeOf(await call('GET', at(OPEN)))).toBe('404 2002');
		expect(codeOf(await apiz('GET', at('1')))).toBe('404 33001');
	});

	test('a file goes up, into the evidence, and comes back byte by byte under its name', async () => {
		const content = bytesOf(5000);
		const { fileId } = (await upload(OPEN, 'Beleg ä.png', 'image/png', content)).json;
		const { evidenceId } = (await add(OPEN, { evidenceType: 'PROOF_OF_DELIVERY', files: [{ fileId }] })).json;
		const [evidence] = (await apiz('GET', at(OPEN))).json.evidence as Json[];
		expect(evidence).toMatchObject({ evidenceId, evidenceType: 'PROOF_OF_DELIVERY', files: [{ fileId, fileType: 'image/png', name: 'Beleg ä.png' }] });
		const answer = await fetched(OPEN, { evidence_id: evidenceId, file_id: fileId });
		expect(answer.headers.get('content-type')).toBe('application/octet-stream');
		expect(answer.headers.get('content-disposition')).toBe("attachment; filename=\"Beleg _.png\"; filename*=UTF-8''Beleg%20%C3%A4.png");
		expect(answer.bytes.equals(content)).toBe(true);
	});

	test.each<[string, string, string, number, number]>([
		['a PDF', 'a.pdf', 'application/pdf', 10, 33005], ['a PDF with the name of a picture', 'a.png', 'application/pdf', 10, 33005], ['a picture with the name of a PDF', 'a.pdf', 'image/png', 10, 33005],
		['2 MB', 'a.jpg', 'image/jpeg', 2 * 1024 * 1024, 33006], ['a name of 256 characters', `${'n'.repeat(252)}.png`, 'image/png', 10, 33106],
	])('%s is refused', async (_, name, type, size, code) => {
		expect(codeOf(await upload(OPEN, name, type, bytesOf(size)))).toBe(`400 ${code}`);
		expect(used.sim.state.ebay.disputes.get(OPEN)?.files).toEqual([]);
	});

	test('the part is named file and is a file', async () => {
		expect(codeOf(await upload(OPEN, 'a.png', 'image/png', bytesOf(9), 'image'))).toMatch(/^400 (33106|2004)$/);
		const text = new FormData();
		text.append('file', 'some text');
		expect(codeOf(await apiz('POST', at(OPEN, '/upload_evidence_file'), { raw: text }))).toBe('400 33005');
		expect((await upload(OPEN, 'a.JPG', 'image/jpeg')).status).toBe(200);
	});

	test('a closed dispute takes nothing more', async () => {
		expect(codeOf(await upload(CLOSED, 'a.png', 'image/png'))).toBe('409 33004');
		expect(codeOf(await add(CLOSED, { evidenceType: 'PROOF_OF_DELIVERY', files: [{ fileId: '1' }] }))).toBe('409 33004');
	});

	test('evidence needs a type, files that were sent up for this dispute, and its lines', async () => {
		const { fileId } = (await upload(OPEN, 'a.png', 'image/png')).json;
		const good = { evidenceType: 'PROOF_OF_DELIVERY', files: [{ fileId }] };
		const codes = [
			{ ...good, evidenceType: undefined }, { ...good, evidenceType: 'delivery' }, { ...good, files: [] }, { ...good, files: [{ fileId: '1' }] }, { ...good, lineItems: [{ itemId: '1', lineItemId: '2' }] },
		].map(async (body) => codeOf(await add(OPEN, body)));
		expect(await Promise.all(codes)).toEqual(['400 33100', '400 33008', '400 33100', '400 33003', '400 33007']);
		expect(codeOf(await add(OTHER, good))).toBe('400 33003');
	});

	test('unknown evidence is 33002, an unknown file in it 33003', async () => {
		const { fileId } = (await upload(OPEN, 'a.png', 'image/png')).json;
		const { evidenceId } = (await add(OPEN, { evidenceType: 'PROOF_OF_DELIVERY', files: [{ fileId }] })).json;
		expect([codeOf(await fetched(OPEN, { evidence_id: '1', file_id: fileId })), codeOf(await fetched(OPEN, { evidence_id: evidenceId, file_id: '1' })), codeOf(await fetched(OPEN, { file_id: fileId }))]).toEqual([
			'400 33002', '400 33003', '400 33002',
		]);
	});
});

describe('videos', () => {
	const ROOT = '/commerce/media/v1_beta/video';
	const apim = (method: string, path: string, sent: Sent = {}) => call(method, path, { host: 'apim.ebay.com', ...sent });
	const VIDEO = { title: 'A lamp', size: 1000, classification: ['ITEM'] };
	const create = async (more: Json = {}) => await apim('POST', ROOT, { body: { ...VIDEO, ...more } });
	const created = async () => (await create()).headers.get('location')?.split('/').at(-1) ?? '';
	const upload = (id: string, raw: Buffer, headers: Record<string, string> = {}) => apim('POST', `${ROOT}/${id}/upload`, { raw, headers: { 'content-type': 'application/octet-stream', ...headers } });
	const statusOf = async (id: string) => (await apim('GET', `${ROOT}/${id}`)).json.status as string;
	const video = (id: string) => used.sim.state.ebay.videos.get(id)!;

	test('wait for their bytes, are in work after that, then live', async () => {
		const answer = await create();
		expect([answer.status, answer.bytes.length]).toEqual([201, 0]);
		const id = await created();
		expect(answer.headers.get('location')).toMatch(new RegExp(`^${used.sim.urls.ebay}/apim\\.ebay\\.com${ROOT}/\\d+$`));
		const seen = [await statusOf(id)];
		expect((await upload(id, bytesOf(1000))).status).toBe(200);
		for (let look = 0; look < 3; look += 1) seen.push(await statusOf(id));
		expect(seen).toEqual(['PENDING_UPLOAD', 'PROCESSING', 'LIVE', 'LIVE']);
		expect(video(id).content.equals(bytesOf(1000))).toBe(true);
		expect((await apim('GET', `${ROOT}/${id}`)).json).toMatchObject({ videoId: id, title: 'A lamp', playLists: [{ protocol: 'DASH' }, { protocol: 'HLS' }] });
	});

	test('may end otherwise', async () => {
		const id = await created();
		video(id).outcome = 'BLOCKED';
		await upload(id, bytesOf(1000));
		expect([await statusOf(id), await statusOf(id)]).toEqual(['PROCESSING', 'BLOCKED']);
	});

	test('take exactly as many bytes as were named, once', async () => {
		const id = await created();
		expect([codeOf(await upload(id, bytesOf(999))), codeOf(await upload(id, bytesOf(1001))), codeOf(await upload(id, bytesOf(0)))]).toEqual(['400 190015', '400 190015', '400 190015']);
		expect(await statusOf(id)).toBe('PENDING_UPLOAD');
		await upload(id, bytesOf(1000));
		expect(codeOf(await upload(id, bytesOf(1000)))).toBe('409 190011');
	});

	test('take their bytes as octets alone, and only for a video that exists', async () => {
		const id = await created();
		expect((await upload(id, bytesOf(1000), { 'content-type': 'video/mp4' })).status).toBe(415);
		expect([codeOf(await upload('1', bytesOf(1))), codeOf(await apim('GET', `${ROOT}/1`))]).toEqual(['404 190001', '404 190001']);
	});

	test('come piece by piece too, each where the last one ended', async () => {
		const id = await created();
		const piece = (from: number, to: number, range = `bytes ${from}-${to}/1000`) => upload(id, bytesOf(1000).subarray(from, to + 1), { 'content-range': range });
		expect((await piece(0, 599)).status).toBe(200);
		expect([codeOf(await piece(500, 999)), codeOf(await piece(600, 999, 'bytes=600-999')), codeOf(await piece(600, 999, 'bytes 600-998/1000')), codeOf(await piece(600, 999, 'bytes 600-999/2000'))]).toEqual([
			'416 190009', '400 190010', '400 190007', '400 190015',
		]);
		expect((await piece(600, 999)).status).toBe(200);
		expect(video(id).content.equals(bytesOf(1000))).toBe(true);
	});

	test.each<[string, Json, number]>([
		['no size', { size: undefined }, 190002], ['size 0', { size: 0 }, 190002], ['a size as text', { size: '1000' }, 190002], ['a size of 200 MB', { size: 200 * 1024 * 1024 }, 190003], ['no title', { title: undefined }, 190006],
		['an empty title', { title: ' ' }, 190006], ['no classification', { classification: undefined }, 190014], ['another classification', { classification: ['SHOP'] }, 190014],
		['a title with markup', { title: '<b>A</b>' }, 190016], ['a description with markup', { description: '<i>A</i>' }, 190017],
	])('%s is refused', async (_, more, code) => {
		expect(codeOf(await create(more))).toBe(`400 ${code}`);
		expect(used.sim.state.ebay.videos.size).toBe(0);
	});
});
