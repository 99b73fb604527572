import type { EbayDispute } from '../../simulator/ebay/disputes';
import { wishToCancel } from '../../simulator/ebay/ordersSeed';
import type { SimulatorState } from '../../simulator/types';
import { FILE_SIZE } from './files';
import { addInventory } from './knownInventory';

const AT = '2026-11-01T10:00:00.000Z';
const VIDEOS = 12;

/** Videos that are announced and wait for their file, which is one of the tests', and some that have it, at each end of their processing. */
function addVideos({ ebay }: SimulatorState): void {
	const common = { classification: ['ITEM'], size: FILE_SIZE, createdAt: Date.parse(AT), polls: 0 };
	for (let serial = 1; serial <= VIDEOS; serial++) {
		const videoId = String(4800000000 + serial);
		ebay.videos.set(videoId, { ...common, videoId, title: `Video ${serial}`, content: Buffer.alloc(0), outcome: 'LIVE' });
	}
	for (const [index, outcome] of (['LIVE', 'BLOCKED', 'PROCESSING_FAILED'] as const).entries()) {
		const videoId = String(4700000000 + index);
		ebay.videos.set(videoId, { ...common, videoId, title: `Video ${outcome}`, description: 'What is to be seen', content: Buffer.alloc(FILE_SIZE), outcome, polls: 1 });
	}
}

/** Pictures in a dispute: some were sent up only, one stands in evidence. */
function addFiles(dispute: EbayDispute): void {
	const files = [1, 2, 3, 4].map((serial) => ({
		fileId: `${dispute.paymentDisputeId}${serial}`, fileName: `parcel-${serial}.png`, contentType: 'image/png', content: Buffer.from(`a picture ${serial}`), at: AT,
	}));
	dispute.files.push(...files);
	dispute.evidence.push({ evidenceId: `${dispute.paymentDisputeId}9`, evidenceType: 'PROOF_OF_DELIVERY', files: files.slice(0, 1), lineItems: dispute.lines, at: AT });
}

/** Exports that are done when they are looked at for the second time. */
function addExports({ crux }: SimulatorState): void {
	for (const serial of [1, 2]) {
		const uuid = `00000000-0000-4000-8000-00000000000${serial}`;
		crux.exports.set(uuid, { uuid, end: 'COMPLETED', csv: 'order_uuid\n', polls: serial - 1, link: null });
	}
}

/** Invoices, orders whose retailer has asked to cancel them, and passwords that someone has asked to reset. */
function addRequests({ crux }: SimulatorState): void {
	const [one] = crux.orders;
	for (const order of crux.orders) order.invoices = [{ uuid: order.uuid, number: `INV-${order.poNumber}`, attributes: [{ attribute_name: 'Terms', attribute_value: '30 days' }], items: [{ sku_id: 'SKU-0001', quantity_ordered: 1, quantity_invoiced: 1, supplier_order_number: null, invoice_item_attributes: [] }], charges: {} }];
	for (let serial = 1; serial <= 6; serial++) {
		const id = (kind: string, at = 0) => `00000000-0000-4000-${kind}-0000000000${at}${serial}`;
		crux.orders.push({ ...one, uuid: id('8000'), poNumber: `PO-200${serial}`, lines: one.lines.map((line, at) => ({ ...line, uuid: id('9000', at), tracking: [], isCancelRequested: true })) });
		crux.resets.set(`reset-token-${serial}`, { email: `user${serial}@crux.test`, isUsed: false });
	}
}

/** More events than a page of the largest size holds. */
function addTopics({ ebay }: SimulatorState): void {
	const [one] = ebay.topics;
	ebay.topics.push(...Array.from({ length: 80 }, (_, index) => ({ ...one, topicId: `TEST_TOPIC_${index + 1}` })));
}

/** Orders that are not shipped and that their buyers wish to cancel. */
function addWishes({ ebay }: SimulatorState): void {
	for (const order of [...ebay.orders.values()].slice(60).filter(({ lines }) => lines.every(({ shipped }) => !shipped))) wishToCancel(order, order.createdAt + 60_000);
}

/** Puts into a simulator what rows work on and what only other calls would have made. */
export function prepare(state: SimulatorState): void {
	addVideos(state);
	addExports(state);
	addTopics(state);
	addRequests(state);
	addInventory(state);
	addWishes(state);
	for (const dispute of state.ebay.disputes.values()) if (dispute.status !== 'CLOSED') addFiles(dispute);
}
