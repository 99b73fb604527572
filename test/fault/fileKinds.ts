import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';
import { FILE_SIZE } from '../support/files';
import { ITEMS, timp } from './kind';
import type { Kind } from './kind';

const exported: Omit<Kind, 'name' | 'method' | 'path'> = {
	service: 'crux', node: 'crux', nature: 'never', role: 'retailer',
	parameters: { ...timp, resource: 'order', operation: 'exportBySearch', filters: { term: '={{ $json.po }}' } },
	options: { checkEvery: 1 }, input: ITEMS.map((item) => ({ po: `PO-100${item + 1}` })),
	prepare: ({ crux: state }) => {
		state.pendingPolls = 0;
	},
	own: { method: 'POST', path: '/export/$' },
	effects: ({ crux: state }, item) => [...state.exports.values()].filter(({ csv }) => csv.includes(`PO-100${item + 1}`)).length,
	shows: ([{ binary }], item) => Buffer.from(binary?.data?.data ?? '', 'base64').toString().includes(`PO-100${item + 1}`),
};

const file = (name: string, size = FILE_SIZE, mimeType = 'text/plain'): IBinaryKeyData => ({ data: { data: Buffer.alloc(size, name).toString('base64'), mimeType, fileName: name } });

const DISPUTE = '5800000001';
const evidenceText = (item: number) => `evidence ${item} ${'.'.repeat(3000)}`;
const TASKS = ['task-16-1000000002', 'task-16-1000000001', 'task-16-1000000002'];
const contentOf = ([{ binary }]: INodeExecutionData[]) => Buffer.from(binary?.data?.data ?? '', 'base64').toString();

/** Operations that send or fetch a file, and those that wait for one. */
export const fileKinds: Kind[] = [
	{
		name: 'multipart upload: Crux file upload', service: 'crux', node: 'crux', nature: 'never', role: 'supplier', parameters: { ...timp, resource: 'file', operation: 'upload', file: 'data', fileName: '={{ $json.name }}' },
		input: ITEMS.map((item) => ({ name: `fault-${item}.txt` })), files: ITEMS.map((item) => file(`fault-${item}.txt`, 2000 * (item + 1))), method: 'POST', path: '/files/upload/$', holds: ITEMS.map((item) => `fault-${item}\\.txt`),
		effects: ({ crux: state }, item) => [...state.uploads.values()].filter(({ name, content }) => name === `fault-${item}.txt` && content.length === 2000 * (item + 1)).length,
	},
	{
		name: 'raw upload: eBay video upload', service: 'ebay', node: 'ebayListings', nature: 'absolute', parameters: { resource: 'video', operation: 'upload', video: '={{ $json.video }}', file: 'data' },
		input: ITEMS.map((item) => ({ video: `480000000${item}` })), files: ITEMS.map((item) => file(`video-${item}.mp4`, FILE_SIZE, 'video/mp4')),
		prepare: ({ ebay }) => {
			for (const item of ITEMS) ebay.videos.set(`480000000${item}`, { videoId: `480000000${item}`, title: 'Lamp', classification: ['ITEM'], size: FILE_SIZE, content: Buffer.alloc(0), createdAt: 0, polls: 0, outcome: 'LIVE' });
		},
		method: 'POST', path: ITEMS.map((item) => `/video/480000000${item}/upload$`), effects: ({ ebay }, item) => (ebay.videos.get(`480000000${item}`)!.content.length === FILE_SIZE ? 1 : 0),
	},
	{
		name: 'upload in JSON: eBay return uploadFile', service: 'ebay', node: 'ebayOrders', nature: 'never', parameters: { resource: 'return', operation: 'uploadFile', return: '={{ $json.return }}', file: 'data', purpose: 'ITEM_RELATED', fileName: '={{ $json.name }}' },
		input: ITEMS.map((item) => ({ return: `525000000${item}`, name: `fault-${item}.png` })), files: ITEMS.map((item) => file(`fault-${item}.png`, 2000 * (item + 1), 'image/png')), method: 'POST', path: '/file/upload$', holds: ITEMS.map((item) => `fault-${item}\\.png`),
		effects: ({ ebay }, item) => ebay.returns.get(`525000000${item}`)!.files.filter(({ fileName, content }) => fileName === `fault-${item}.png` && content.length === 2000 * (item + 1)).length,
	},
	{
		name: 'download: eBay payment dispute getEvidenceFile', service: 'ebay', node: 'ebayOrders', nature: 'read', isFile: true,
		parameters: { resource: 'paymentDispute', operation: 'getEvidenceFile', dispute: DISPUTE, evidence: '={{ $json.evidence }}', file: '={{ $json.file }}' }, input: ITEMS.map((item) => ({ evidence: `900${item}`, file: `910${item}` })),
		prepare: ({ ebay }) => {
			const dispute = ebay.disputes.get(DISPUTE)!;
			for (const item of ITEMS) {
				const one = { fileId: `910${item}`, fileName: `proof-${item}.png`, contentType: 'image/png', content: Buffer.from(evidenceText(item)), at: '2026-11-01T10:00:00.000Z' };
				dispute.evidence.push({ evidenceId: `900${item}`, evidenceType: 'PROOF_OF_DELIVERY', files: [one], lineItems: dispute.lines, at: one.at });
			}
		},
		method: 'GET', path: '/fetch_evidence_content$', holds: ITEMS.map((item) => `evidence_id=900${item}`), shows: (items, item) => contentOf(items) === evidenceText(item),
	},
	{
		name: 'download: eBay task getResultFile, unpacked', service: 'ebay', node: 'ebayFeeds', nature: 'read', isFile: true, parameters: { resource: 'task', operation: 'getResultFile', task: '={{ $json.task }}' }, input: TASKS.map((task) => ({ task })),
		method: 'GET', path: TASKS.map((task) => `/task/${task}/`), shows: (items, item) => (item === 1 ? /^orderId,total/ : /^sku,quantity/).test(contentOf(items)),
	},
	{ ...exported, name: 'job, its start: Crux order exportBySearch', method: 'POST', path: '/search/export/$', holds: ITEMS.map((item) => `PO-100${item + 1}`) },
	{ ...exported, name: 'job, the question how far it is: Crux order exportBySearch', method: 'GET', path: '/data/export/' },
	{ ...exported, name: 'job, its link: Crux order exportBySearch', method: 'GET', path: '^/files/', isFile: true },
];
