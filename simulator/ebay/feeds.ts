import type { Answer, Visit } from '../types';
import { failed } from './errors';
import type { EbayCaller, EbayState } from './state';

/** `orderId,total` and one order, packed. */
const PACKED = 'H4sIAAAAAAAAA8svSkkt8kzRKckvSczhMjTSNTQwMDDUNQKROkamegYGXAAwvE+YIwAAAA==';

/** Tasks that have ended, with the file that each has made. */
export const TASKS: Record<string, { fileName: string; content: Buffer }> = {
	'task-16-1000000001': { fileName: 'orders.csv.gz', content: Buffer.from(PACKED, 'base64') },
	'task-16-1000000002': { fileName: 'inventory.csv', content: Buffer.from('sku,quantity\nDEMO-001,3\n') },
};

/** GET /task/{task_id}/download_result_file: packed or not, as the task made it. */
export function getResultFile({ params }: Visit<EbayState, EbayCaller>): Answer {
	const task = TASKS[params.task_id];
	if (!task) return failed(404, 160003);
	return { status: 200, body: task.content, headers: { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename="${task.fileName}"` } };
}
