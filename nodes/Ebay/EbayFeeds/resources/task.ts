import { path, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';

export const task = resource('Task', 'task', [
	op({
		value: 'getResultFile', name: 'Get Result File', action: 'Get result file of task', description: 'Download what a finished task has made, unpacked if it is packed',
		route: 'GET /sell/feed/v1/task/{task}/download_result_file', tokens: ['user'],
		effect: 'read', repeat: 'absolute', binary: { gunzip: true },
		fields: { task: path('task_id', text({ label: 'Task ID', required: true, placeholder: 'e.g. task-16-1234567890', description: 'A task that has ended' })) },
	}),
]);
