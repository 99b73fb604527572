import type { Answer, Fields, FilePart } from '../types';
import { failed } from './errors';
import type { EbayVisit } from './inventory';
import { amountOf } from './orderShapes';
import { DAY, lineIdOf, orderIdOf } from './ordersSeed';
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
}

const KINDS: Record<string, string> = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' };
const SIZE = 1.5 * 1024 * 1024;
const NAME = 255;

/** The demo disputes: the first two wait for the seller, the third is closed. */
export const disputeIdOf = (serial: number) => String(5800000000 + serial);

export function createDisputes(now: number): Map<string, EbayDispute> {
	const disputes = [1, 2, 3].map((serial): EbayDispute => ({
		paymentDisputeId: disputeIdOf(serial),
		orderId: orderIdOf(serial + 10),
		status: serial === 3 ? 'CLOSED' : 'ACTION_NEEDED',
		openedAt: now - serial * DAY,
		cents: 1500 * serial,
		lines: [{ itemId: String(110000000000 + serial), lineItemId: lineIdOf(serial + 10, 1) }],
		files: [],
		evidence: [],
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
export const getPaymentDispute = inDispute((_visit, { paymentDisputeId, orderId, status, openedAt, cents, lines, evidence }) => ({
	status: 200,
	body: {
		paymentDisputeId,
		orderId,
		paymentDisputeStatus: status,
		reason: 'ITEM_NOT_RECEIVED',
		amount: amountOf(cents),
		buyerUsername: 'buyer_1',
		openDate: new Date(openedAt).toISOString(),
		respondByDate: new Date(openedAt + 10 * DAY).toISOString(),
		...(status === 'CLOSED' ? { closedDate: new Date(openedAt + DAY).toISOString(), resolution: { reasonForClosure: 'SELLER_ACCEPTED', fees: amountOf(0) } } : {}),
		availableChoices: status === 'CLOSED' ? [] : ['CONTEST', 'ACCEPT'],
		lineItems: lines,
		evidenceRequests: status === 'CLOSED' ? [] : [{ evidenceType: 'PROOF_OF_DELIVERY', lineItems: lines, requestDate: new Date(openedAt).toISOString() }],
		evidence: evidence.map(({ evidenceId, evidenceType, files, lineItems, at }) => ({ evidenceId, evidenceType, files: files.map(fileShape), lineItems, providedDate: at })),
		revision: 1 + evidence.length,
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

/** POST /payment_dispute/{payment_dispute_id}/add_evidence */
export const addEvidence = inDispute(({ state, body, now }, dispute) => {
	if (dispute.status === 'CLOSED') return failed(409, 33004);
	const { evidenceType = '', files: named, lineItems = dispute.lines } = body as { evidenceType?: string; files: Array<{ fileId: string }>; lineItems?: DisputeLine[] };
	if (!/^[A-Z]+(_[A-Z]+)+$/.test(evidenceType)) return failed(400, 33008);
	if (named.length === 0) return failed(400, 33100);
	const files = named.map(({ fileId }) => dispute.files.find((file) => file.fileId === fileId));
	if (files.includes(undefined)) return failed(400, 33003);
	const known = (line: DisputeLine) => dispute.lines.some(({ itemId, lineItemId }) => itemId === line.itemId && lineItemId === line.lineItemId);
	if (!lineItems.every(known)) return failed(400, 33007);
	const found = files.filter((file) => file !== undefined);
	if (found.reduce((sum, { content }) => sum + content.length, 0) > SIZE) return failed(400, 33104);
	const evidenceId = serialOf(state, 6800000000);
	dispute.evidence.push({ evidenceId, evidenceType, files: found, lineItems, at: new Date(now).toISOString() });
	return { status: 200, body: { evidenceId } };
});

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
