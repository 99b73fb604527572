import { path, uuid } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';

export const exportResource = resource('Export', 'export', [
	op({
		value: 'get', name: 'Get', action: 'Get export', description: 'Look up how far an export is, and the link to its file when it is done',
		route: 'GET /data/export/{export}/', since: 'timp',
		effect: 'read', repeat: 'absolute',
		fields: { export: path('export_uuid', uuid({ label: 'Export UUID', required: true, hint: 'An export operation hands it on when it does not wait.' })) },
		meanings: { 404: 'No export with this UUID was found.' },
	}),
]);
