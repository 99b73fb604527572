import type { Answer, Fields, FilePart } from '../types';
import { failed } from './errors';
import type { EbayVisit } from './inventory';
import { amountOf } from './orderShapes';
import { DAY, lineIdOf, orderIdOf } from './ordersSeed';
import { linksOf, pageOf, recordsOn } from './pages';
import { serialOf } from './serial';

interface DisputeLine {
	itemId: string;
	lineItemId: string;
}

interface EvidenceFile extends FilePart {
	fileId: string;
	at: string;
}

interface Evidence {
	evidenceId: string;
	evidenceType: string;
	files: EvidenceFile[];
	lineItems: DisputeLine[];
	at: string;
}

export interface EbayDispute {
	paymentDisputeId: string;
	orderId: string;
	status: 'ACTION_NEEDED' | 'OPEN' | 'CLOSED';
	openedAt: number;
	cents: number;
	lines: DisputeLine[];
	/** Files that were sent up; those in evidence are among them. */
	files: EvidenceFile[];
	evidence: Evidence[];
	/** What the seller has answered. */
	response?: 'ACCEPT' | 'CONTEST';
	activities: Array<{ activityDate: string; activityType: string; actor: string }>;
	/** Grows with everything that is done. */
	revision: number;
}

const KINDS: Record<string, string> = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' };
const SIZE = 1.5 * 1024 * 1024;
const NAME = 255;
const BUYER = 'buyer_1';
const DISPUTES = 24;
const WINDOW = 90 * DAY;

/** The demo disputes: every third one is closed, the others wait for the seller. */
export const disputeIdOf = (serial: number) => String(5800000000 + serial);

export function createDisputes(now: number): Map<string, EbayDispute> {
	const disputes = Array.from({ length: DISPUTES }, (_, index) => index + 1).map((serial): EbayDispute => ({
		paymentDisputeId: disputeIdOf(serial),
		orderId: orderIdOf(serial + 10),
		status: serial % 3 === 0 ? 'CLOSED' : 'ACTION_NEEDED',
		openedAt: now - serial * DAY,
		cents: 1500 * serial,
		lines: [{ itemId: String(110000000000 + serial), lineItemId: lineIdOf(serial + 10, 1) }],
		files: [],
		evidence: [],
		activities: [{ activityDate: new Date(now - serial * DAY).toISOString(), activityType: 'DISPUTE_OPENED', actor: 'BUYER' }],
		revision: 1,
	}));
	return new Map(disputes.map((dispute) => [dispute.paymentDisputeId, dispute]));
}

const inDispute =
	(rule: (visit: EbayVisit, dispute: EbayDispute) => Answer) =>
	(visit: EbayVisit): Answer => {
		const dispute = visit.state.disputes.get(visit.params.payment_dispute_id);
		return dispute ? rule(visit, dispute) : failed(404, 33001);
	};

const fileShape = ({ fileId, fileName, contentType, at }: EvidenceFile): Fields => ({ fileId, fileType: contentType, name: fileName, uploadedDate: at });

/** GET /payment_dispute/{payment_dispute_id} */
export const getPaymentDispute = inDispute((_visit, { paymentDisputeId, orderId, status, openedAt, cents, lines, evidence, response, revision }) => ({
	status: 200,
	body: {
		paymentDisputeId,
		orderId,
		paymentDisputeStatus: status,
		reason: 'ITEM_NOT_RECEIVED',
		amount: amountOf(cents),
		buyerUsername: BUYER,
		openDate: new Date(openedAt).toISOString(),
		respondByDate: new Date(openedAt + 10 * DAY).toISOString(),
		...(status === 'CLOSED' ? { closedDate: new Date(openedAt + DAY).toISOString(), resolution: { reasonForClosure: 'SELLER_ACCEPTED', fees: amountOf(0) } } : {}),
		...(response ? { sellerResponse: response } : {}),
		availableChoices: status !== 'ACTION_NEEDED' ? [] : ['CONTEST', 'ACCEPT'],
		lineItems: lines,
		evidenceRequests: status === 'CLOSED' ? [] : [{ evidenceType: 'PROOF_OF_DELIVERY', lineItems: lines, requestDate: new Date(openedAt).toISOString() }],
		evidence: evidence.map(({ evidenceId, evidenceType, files, lineItems, at }) => ({ evidenceId, evidenceType, files: files.map(fileShape), lineItems, providedDate: at })),
		revision,
	},
}));

function fileRefusal({ fileName, contentType, content }: FilePart): Answer | undefined {
	if (fileName.length === 0 || fileName.length > NAME) return failed(400, 33106);
	const kind = KINDS[/\.(\w+)$/.exec(fileName)?.[1].toLowerCase() ?? ''];
	if (kind === undefined || kind !== contentType.split(';')[0]) return failed(400, 33005);
	return content.length > SIZE ? failed(400, 33006) : undefined;
}

/** POST /payment_dispute/{payment_dispute_id}/upload_evidence_file */
export const uploadEvidenceFile = inDispute(({ state, body, now }, dispute) => {
	if (dispute.status === 'CLOSED') return failed(409, 33004);
	const file = body.file as FilePart;
	const refusal = fileRefusal(file);
	if (refusal) return refusal;
	const fileId = serialOf(state, 6700000000);
	dispute.files.push({ ...file, fileId, at: new Date(now).toISOString() });
	return { status: 200, body: { fileId } };
});

interface EvidenceRequest {
	evidenceId?: string;
	evidenceType?: string;
	files: Array<{ fileId: string }>;
	lineItems?: DisputeLine[];
}

/** The files that are named, when type, lines and size are right. */
function filesNamed(dispute: EbayDispute, { evidenceType = '', files: named, lineItems = dispute.lines }: EvidenceRequest, before: EvidenceFile[] = []): EvidenceFile[] | { refusal: Answer } {
	if (!/^[A-Z]+(_[A-Z]+)+$/.test(evidenceType)) return { refusal: failed(400, 33008) };
	if (named.length === 0) return { refusal: failed(400, 33100) };
	const files = named.map(({ fileId }) => dispute.files.find((file) => file.fileId === fileId));
	if (files.includes(undefined)) return { refusal: failed(400, 33003) };
	const known = (line: DisputeLine) => dispute.lines.some(({ itemId, lineItemId }) => itemId === line.itemId && lineItemId === line.lineItemId);
	if (!lineItems.every(known)) return { refusal: failed(400, 33007) };
	const found = files.filter((file) => file !== undefined);
	return [...before, ...found].reduce((sum, { content }) => sum + content.length, 0) > SIZE ? { refusal: failed(400, 33104) } : found;
}

/** Writes down what was done; the next answer must name the new revision. */
function act(dispute: EbayDispute, activityType: string, now: number): void {
	dispute.revision += 1;
	dispute.activities.push({ activityDate: new Date(now + dispute.revision).toISOString(), activityType, actor: 'SELLER' });
}

const whileOpen = (rule: (visit: EbayVisit, dispute: EbayDispute) => Answer) => inDispute((visit, dispute) => (dispute.status !== 'ACTION_NEEDED' ? failed(409, 33004) : rule(visit, dispute)));

/** POST /payment_dispute/{payment_dispute_id}/add_evidence */
export const addEvidence = whileOpen(({ state, body, now }, dispute) => {
	const request = body as unknown as EvidenceRequest;
	const files = filesNamed(dispute, request);
	if ('refusal' in files) return files.refusal;
	const evidenceId = serialOf(state, 6800000000);
	dispute.evidence.push({ evidenceId, evidenceType: request.evidenceType!, files, lineItems: request.lineItems ?? dispute.lines, at: new Date(now).toISOString() });
	act(dispute, 'EVIDENCE_ADDED', now);
	return { status: 200, body: { evidenceId } };
});

/** POST /payment_dispute/{payment_dispute_id}/update_evidence: each call puts its files into the set, equal ones too. */
export const updateEvidence = whileOpen(({ body, now }, dispute) => {
	const request = body as unknown as EvidenceRequest;
	const set = dispute.evidence.find(({ evidenceId }) => evidenceId === request.evidenceId);
	if (!set) return failed(400, 33010);
	const files = filesNamed(dispute, request, set.files);
	if ('refusal' in files) return files.refusal;
	set.files.push(...files);
	act(dispute, 'EVIDENCE_UPDATED', now);
	return { status: 204 };
});

/** The seller's answer, to the dispute as it is now. */
const answered = (response: 'ACCEPT' | 'CONTEST', status: EbayDispute['status']) =>
	inDispute(({ body, now }, dispute) => {
		if (body.revision !== dispute.revision) return failed(409, 33011);
		if (dispute.status !== 'ACTION_NEEDED') return failed(response === 'ACCEPT' ? 400 : 409, response === 'ACCEPT' ? 33100 : 33101);
		if (response === 'CONTEST' && !dispute.evidence.length) return failed(409, 33102);
		Object.assign(dispute, { response, status });
		act(dispute, `SELLER_${response}`, now);
		return { status: 204 };
	});

/** POST /payment_dispute/{payment_dispute_id}/accept and contest */
export const acceptDispute = answered('ACCEPT', 'CLOSED');
export const contestDispute = answered('CONTEST', 'OPEN');

/** GET /payment_dispute/{payment_dispute_id}/activity */
export const getActivities = inDispute((_visit, { activities }) => ({ status: 200, body: { activity: activities } }));

/** GET /payment_dispute_summary: an order overrules all other filters. */
export function getDisputeSummaries({ state, query, operation, address }: EbayVisit): Answer {
	const page = pageOf(query, { standard: 200, max: 200 });
	const [from, to] = [query.open_date_from, query.open_date_to].map((text) => (text === undefined ? undefined : Date.parse(String(text))));
	if ('wrong' in page || Number.isNaN(from ?? 0) || Number.isNaN(to ?? 0) || (from !== undefined && to !== undefined && (to < from || to - from > WINDOW))) return failed(400, 33001);
	const fits = ({ openedAt, status }: EbayDispute) => openedAt >= (from ?? 0) && openedAt <= (to ?? Infinity) && (query.payment_dispute_status === undefined || (query.payment_dispute_status as string[]).includes(status)) && (query.buyer_username ?? BUYER) === BUYER;
	const found = [...state.disputes.values()].filter((one) => (query.order_id === undefined ? fits(one) : one.orderId === query.order_id));
	const shape = ({ paymentDisputeId, orderId, status, openedAt, cents }: EbayDispute): Fields => ({
		paymentDisputeId, orderId, paymentDisputeStatus: status, reason: 'ITEM_NOT_RECEIVED', amount: amountOf(cents), buyerUsername: BUYER, openDate: new Date(openedAt).toISOString(), respondByDate: new Date(openedAt + 10 * DAY).toISOString(),
	});
	return { status: 200, body: { ...linksOf(page, found.length, `${address}/ebay/apiz.ebay.com${operation.path}`, query), total: found.length, limit: page.limit, offset: page.offset, paymentDisputeSummaries: recordsOn(page, found).map(shape) } };
}

/** GET /payment_dispute/{payment_dispute_id}/fetch_evidence_content: the bytes as they were sent up. */
export const fetchEvidenceContent = inDispute(({ query }, { evidence }) => {
	const set = evidence.find(({ evidenceId }) => evidenceId === query.evidence_id);
	if (!set) return failed(400, 33002);
	const file = set.files.find(({ fileId }) => fileId === query.file_id);
	if (!file) return failed(400, 33003);
	const plain = file.fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
	const named = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`;
	return { status: 200, body: file.content, headers: { 'content-type': 'application/octet-stream', 'content-disposition': named } };
});
