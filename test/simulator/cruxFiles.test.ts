import { useSimulator } from '../support/simulator';
import { NOWHERE, callerOf, said } from './cruxCalls';
import type { Json, Side } from './cruxCalls';

const used = useSimulator();
const { ask, lineOf, orderOf, tokenOf } = callerOf(used);

describe('exports', () => {
	const start = async (search: Json = {}, path = '/timp/orders/search/export/', side: Side = 'Retailer') => await ask(side, `POST ${path}`, search);
	const look = async (uuid: string) => (await ask('Retailer', `GET /timp/data/export/${uuid}/`)).body;
	const wait = async (uuid: string) => [await look(uuid), await look(uuid)];
	const complete = async (search?: Json, path?: string): Promise<Json> => {
		const { uuid } = (await start(search, path)).body;
		await wait(uuid);
		return await look(uuid);
	};
	const textOf = async (search?: Json, path?: string) => await (await fetch((await complete(search, path)).url)).text();
	const poNumbers = (csv: string) => [...new Set(csv.trimEnd().split('\n').slice(1).map((row) => row.split(',')[0]))].sort();

	test.each(['/timp/orders/search/export/', '/orders/search/export/'])('%s is pending twice, then there is a file', async (path) => {
		const { status, body } = await start({ term: 'PO-1002' }, path);
		expect({ status, body }).toEqual({ status: 200, body: { uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
		const seen = [await look(body.uuid), await look(body.uuid), await look(body.uuid), await look(body.uuid)];
		expect(seen.map((one) => one.status)).toEqual(['PENDING', 'PENDING', 'COMPLETED', 'COMPLETED']);
		expect(seen.slice(0, 2).map(({ url }) => url)).toEqual([null, null]);
		expect(seen[2].url).toMatch(new RegExp(`^${used.sim.address}/files/[0-9a-f]+\\?signature=[0-9a-f]+$`));
		expect(seen[3].url).toBe(seen[2].url);
	});

	test('the file is CSV with a name, and holds the lines as they were when it was asked for', async () => {
		Object.assign(orderOf('PO-1002'), { customer: 'Zoë "Zo" Müller, Jr.' });
		const { uuid } = (await start({ term: 'PO-1002' })).body;
		orderOf('PO-1002').customer = 'Somebody else';
		await wait(uuid);
		const answer = await fetch((await look(uuid)).url);
		expect(answer.headers.get('content-type')).toBe('text/csv');
		expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="orders_\d{4}-\d\d-\d\d\.csv"$/);
		const bytes = Buffer.from(await answer.arrayBuffer());
		expect(bytes.subarray(0, 19).toString('latin1')).toBe('retailer_po_number,');
		const rows = bytes.toString('utf8').split('\n');
		expect(rows).toHaveLength(5);
		expect(rows[1]).toContain(`PO-1002,${orderOf('PO-1002').uuid},`);
		expect(rows[3]).toContain(`,${lineOf('PO-1002', 2).uuid},,3,`);
		expect(rows[1]).toContain(',"Zoë ""Zo"" Müller, Jr.",555-0100,');
		expect(rows[4]).toBe('');
	});

	test('the search decides which orders are in it', async () => {
		expect(poNumbers(await textOf())).toHaveLength(6);
		expect(poNumbers(await textOf({ line_item_designation: ['Rejected', 'Backordered'] }))).toEqual(['PO-1003', 'PO-1004', 'PO-1006']);
		expect(poNumbers(await textOf({ line_item_designation: [], start: 1, limit: 2, sort: { key: 'date', dir: 'asc' } }))).toEqual(['PO-1002', 'PO-1003']);
		expect(poNumbers(await textOf({ term: 'SKU-0103', start_date: '2026-10-01T00:00:00.000Z' }, '/orders/search/export/'))).toEqual(['PO-1006']);
		expect(await start({ start_date: '2026-10-01 00:00:00' })).toEqual({ status: 400, body: said(/YYYY-MM-DDThh:mm:ss\.000Z/) });
	});

	test('one fails, one never ends, one is not there', async () => {
		const ends: Record<string, string[]> = {};
		for (const term of ['fail', 'slow']) {
			const { uuid } = (await start({ term })).body;
			ends[term] = [...(await wait(uuid)), ...(await wait(uuid))].map(({ status }) => status);
		}
		expect(ends).toEqual({ fail: ['PENDING', 'PENDING', 'FAILED', 'FAILED'], slow: ['PENDING', 'PENDING', 'PENDING', 'PENDING'] });
		expect(used.sim.state.crux.files.size).toBe(0);
		expect(await ask('Retailer', `GET /timp/data/export/${NOWHERE}/`)).toMatchObject({ status: 404 });
	});

	test('the link wants its signature and nothing else, and the account shows what was sent', async () => {
		const { url } = await complete();
		const [bare] = url.split('?');
		used.sim.calls.length = 0;
		const answers = [
			await fetch(url), await fetch(url, { headers: { authorization: `Token ${await tokenOf('Retailer')}` } }), await fetch(bare), await fetch(`${bare}?signature=00`),
			await fetch(url.replace('/files/', '/files/0')), await fetch(url, { method: 'POST' }),
		];
		expect(answers.map(({ status }) => status)).toEqual([200, 400, 403, 403, 404, 405]);
		const calls = used.sim.calls.filter(({ host }) => host === 'files');
		expect(calls.map(({ status }) => status)).toEqual([200, 400, 403, 403, 404, 405]);
		expect(calls[0]).toMatchObject({ service: 'crux', method: 'GET', path: new URL(url).pathname, operation: null });
		expect(calls.map(({ headers }) => headers.authorization)).toEqual([undefined, expect.stringMatching(/^Token \[secret \w+\]$/), undefined, undefined, undefined, undefined]);
		expect(JSON.stringify(calls)).not.toContain(new URL(url).searchParams.get('signature'));
	});

	test('faults strike downloads, and reset takes the files away', async () => {
		const { url } = await complete();
		used.sim.fault({ path: '/files/', status: 503, count: 1 });
		expect([(await fetch(url)).status, (await fetch(url)).status]).toEqual([503, 200]);
		used.sim.reset();
		expect((await fetch(url)).status).toBe(404);
	});
});

describe('uploads', () => {
	const upload = async (content: Buffer, filename = 'Price list', side: Side = 'Supplier') => {
		const form = new FormData();
		form.set('filename', filename);
		form.set('file', new Blob([new Uint8Array(content)], { type: 'application/pdf' }), 'prices.pdf');
		return await ask(side, 'POST /timp/organizations/files/upload/', form);
	};

	test('every upload is kept whole under a uuid of its own', async () => {
		const bytes = Buffer.from([0, 1, 13, 10, 45, 45, 254, 255]);
		const answers = [await upload(bytes), await upload(bytes, 'Again', 'Retailer')];
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		const [first, second] = answers.map(({ body }) => used.sim.state.crux.uploads.get(body.uuid)!);
		expect(answers[0].body).toEqual({ uuid: first.uuid });
		expect(first).toMatchObject({ name: 'Price list', fileName: 'prices.pdf', contentType: 'application/pdf' });
		expect(first.content.equals(bytes)).toBe(true);
		expect(second.name).toBe('Again');
		expect(second.uuid).not.toBe(first.uuid);
	});

	test('nothing to keep is refused', async () => {
		expect(await upload(Buffer.alloc(0))).toEqual({ status: 400, body: said(/empty/) });
		expect(await upload(Buffer.from('x'), '')).toEqual({ status: 400, body: said(/filename/) });
		const form = new FormData();
		form.set('filename', 'No file');
		expect(await ask('Supplier', 'POST /timp/organizations/files/upload/', form)).toEqual({ status: 400, body: said(/file/) });
		expect(await ask('Supplier', 'POST /timp/organizations/files/upload/', { filename: 'x', file: {} })).toMatchObject({ status: 415 });
		expect(used.sim.state.crux.uploads.size).toBe(0);
	});
});
