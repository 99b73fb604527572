import { body, boolean, path, uuidLocator } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { supplierField } from './fields';
import { catalogPicker, supplierUuidPicker } from './pickers';

const supplier = () => path('supplier_uuid', supplierField(supplierUuidPicker, "Take 'supplier.uuid' of a connection, not the UUID of its organization."));

/** Whether a supplier shows itself to retailers it is not connected with. */
export const participation = resource('Unsupported: Participation', 'participation', [
	op({
		value: 'get', name: 'Get', action: 'Get participation of supplier', description: 'Look up whether a supplier takes part in discovery',
		route: 'GET /discovery/participation/{supplier}/', status: 'internal',
		effect: 'read', repeat: 'absolute', fields: { supplier: supplier() }, meanings: { 404: 'No supplier with this UUID was found.' },
	}),
	op({
		value: 'update', name: 'Update', action: 'Update participation of supplier', description: 'Let a supplier take part in discovery, or end that',
		route: 'POST /discovery/participation/{supplier}/', status: 'internal',
		effect: 'update', repeat: 'absolute', lane: ['supplier'],
		fields: {
			supplier: supplier(),
			participates: body('is_participating', boolean({ label: 'Participates', required: true, description: 'Whether the supplier takes part' })),
			catalog: body('discovery_catalog_uuid', { ...uuidLocator({ label: 'Discovery Catalog', required: false, description: 'What the supplier shows; needed to take part', picker: catalogPicker, hint: 'The name of a catalog is not its UUID: choose it from the list.' }) }),
		},
		echo: ({ supplier: id, participates }) => ({ success: true, supplier_uuid: id, is_participating: participates }), meanings: { 404: 'No supplier with this UUID was found.' },
	}),
]);
