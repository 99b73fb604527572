import 'reflect-metadata';
import { WorkflowExecute } from 'n8n-core';
import { sleep } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';
import { addListings, bulkOfferId, bulkSku } from '../../simulator/ebay/manyListings';
import { runNode } from '../support/engine';
import type { NodeRan } from '../support/engine';
import { tell } from '../support/host.js';
import { useSimulator } from '../support/simulator';

/** A sheet of ten thousand prices and quantities, through *Update Price and Quantity*. */
const ROWS = 10_000;
const MINUTES = 300_000;
const BULK = '/sell/inventory/v1/bulk_update_price_quantity';
const OFFER = '/sell/inventory/v1/offer';

const used = useSimulator();
beforeEach(() => addListings(used.sim.state.ebay.inventory, ROWS));

const sheetRow = (row: number): IDataObject => ({ row, sku: bulkSku(row), offerId: bulkOfferId(row), price: `${10 + (row % 90)}.50`, pieces: row % 40 });
const sheet = Array.from({ length: ROWS }, (_, row) => sheetRow(row));
const withoutIds = sheet.map((row) => ({ ...row, offerId: '' }));

async function update(rows: IDataObject[], more: IDataObject = {}, settings: Partial<INode> = {}): Promise<NodeRan & { seconds: number }> {
	const started = Date.now();
	const ran = await runNode({
		node: 'ebayListings', credential: used.credentials.ebay(), settings: { onError: 'continueRegularOutput', ...settings }, input: rows,
		parameters: {
			resource: 'inventoryItem', operation: 'updatePriceAndQuantity', sku: '={{ $json.sku }}', offer: "={{ $json.offerId ?? '' }}", price: '={{ $json.price }}', offerQuantity: '={{ $json.pieces }}', quantity: '', additionalFields: {},
			report: 'all', compareFirst: false, options: {}, ...more,
		},
	});
	return { ...ran, seconds: (Date.now() - started) / 1000 };
}

const calls = (path: string) => used.sim.calls.filter((call) => call.path === path && call.status !== 401);
const answered = (path: string, status: number) => calls(path).filter((call) => call.status === status).length;

/** How often each listing was changed, and whether it is as the sheet wants it, by what the simulator has. */
function inventory() {
	const { offers, revisions } = used.sim.state.ebay.inventory;
	const isWanted = (row: number): boolean => {
		const { price, pieces } = sheetRow(row);
		const offer = offers.get(bulkOfferId(row))!;
		return offer.pricingSummary?.price?.value === price && offer.availableQuantity === pieces;
	};
	return { changed: revisions.size, twice: [...revisions.values()].filter((count) => count > 1).length, isWanted, wanted: sheet.filter((_, row) => isWanted(row)).length };
}

/** What each row says became of it is what the simulator knows. */
function expectTrue({ json }: NodeRan): void {
	const { isWanted } = inventory();
	const wrong = json.filter(({ row, status }) => isWanted(Number(row)) !== (status === 'done' || status === 'unchanged'));
	expect(wrong.slice(0, 3)).toEqual([]);
}

const counted = (rows: IDataObject[]) => rows.reduce<Record<string, number>>((all, { status }) => ({ ...all, [String(status)]: (all[String(status)] ?? 0) + 1 }), {});

test('with offer IDs: 400 calls of 25, every row reported in its place, each listing changed once', async () => {
	const ran = await update(sheet);
	expect([calls(BULK).length, calls(OFFER).length]).toEqual([ROWS / 25, 0]);
	expect(calls(BULK).every(({ body }) => (body as { requests: unknown[] }).requests.length === 25)).toBe(true);
	expect(ran.json.map(({ row, sku, offerId, status }) => [row, sku, offerId, status])).toEqual(sheet.map(({ row, sku, offerId }) => [row, sku, offerId, 'done']));
	expect(inventory()).toMatchObject({ changed: ROWS, twice: 0, wanted: ROWS });
	used.sim.calls.length = 0;
	const few = await update(sheet.slice(0, 400), { options: { batchSize: 1 } });
	expect(calls(BULK)).toHaveLength(400);
	tell(`${ROWS} rows with offer IDs: 400 calls, ${ran.seconds.toFixed(1)} s without latency; one call a row: ${((few.seconds * ROWS) / 400).toFixed(0)} s (from 400 rows)`);
}, MINUTES);

test('busy in the middle, then a quota that ends at row 6,000: what is busy is waited for, then nothing more is sent, every row says so, and a second run does the rest', async () => {
	used.sim.fault({ path: BULK, status: 429, headers: { 'retry-after': '1' }, after: 150, count: 7 });
	used.sim.fault({ path: BULK, holds: '"BULK-0[6-9]', status: 429, headers: { 'retry-after': '7200' } });
	const ran = await update(sheet);
	const refused = answered(BULK, 429) - 7;
	expect([answered(BULK, 200), refused > 0 && refused <= 5]).toEqual([240, true]);
	expect(counted(ran.json)).toEqual({ done: 6_000, 'not done': refused * 25, 'not sent': 4_000 - refused * 25 });
	expect(ran.json[9_999]).toMatchObject({ row: 9_999, changed: false, details: { outcome: 'not sent' } });
	expectTrue(ran);
	used.sim.clearFaults();
	const rest = ran.json.filter(({ status }) => status !== 'done').map(({ row }) => sheetRow(Number(row)));
	const second = await update(rest);
	expect(answered(BULK, 200)).toBe(ROWS / 25);
	expect(counted(second.json)).toEqual({ done: 4_000 });
	expect(inventory()).toMatchObject({ changed: ROWS, twice: 0, wanted: ROWS });
}, MINUTES);

test('stopped in the middle, run again without offer IDs and with Compare First: one look-up a row, the rest is written, nothing twice', async () => {
	const started = jest.spyOn(WorkflowExecute.prototype, 'processRunExecutionData');
	const running = update(sheet);
	while (answered(BULK, 200) < 160) await sleep(5);
	started.mock.results[0].value.cancel();
	await running;
	started.mockRestore();
	const { changed: before, twice, wanted } = inventory();
	expect([before >= 4_000, before < 5_000, twice, wanted]).toEqual([true, true, 0, before]);
	used.sim.calls.length = 0;
	used.sim.fault({ path: 'v1/offer$', status: 429, headers: { 'retry-after': '1' }, after: 3_000, count: 3 });
	const second = await update(withoutIds, { compareFirst: true });
	expect([answered(OFFER, 200), answered(OFFER, 429), calls(BULK).length]).toEqual([ROWS, 3, expect.any(Number)]);
	expect(counted(second.json)).toEqual({ unchanged: before, done: ROWS - before });
	expect(second.json.map(({ row, offerId }) => [row, offerId])).toEqual(sheet.map(({ row, offerId }) => [row, offerId]));
	expect(inventory()).toMatchObject({ changed: ROWS, twice: 0, wanted: ROWS });
	tell(`${ROWS} rows without offer IDs, ${ROWS - before} to be changed: ${calls(OFFER).length} look-ups and ${calls(BULK).length} calls, ${second.seconds.toFixed(1)} s without latency`);
}, MINUTES);
