import { body, collection, integer, option, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { onlyFor } from './fields';

export const discoverySupplier = resource('Discovery Supplier', 'discoverySupplier', [
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many discovery suppliers', description: 'Find suppliers that look for retailers, with their contact and number of SKUs',
		route: 'POST /discovery/suppliers/',
		effect: 'read', repeat: 'absolute',
		fields: {
			filters: collection({ label: 'Filters', add: 'Add Filter' }, {
				initialCharacter: body('initial_character', text({ label: 'Initial Character', max: 1, placeholder: 'e.g. T', description: 'With which the name begins; # stands for any digit' })),
				recent: body('recent', integer({ label: 'Joined in the Last Days', min: 1, default: 90, description: 'Only suppliers that have joined since then' })),
			}),
			sort: collection({ label: 'Sort', add: 'Add Sorting' }, {
				sortBy: body('sort.key', text({ label: 'Sort By', placeholder: 'e.g. number_of_skus', description: 'Name of the value that decides the order; no page lists them' })),
				sortDirection: body('sort.dir', option({ label: 'Sort Direction', options: { asc: 'Ascending', desc: 'Descending' }, default: 'desc' })),
			}),
		},
		list: {
			items: 'suppliers', id: ['uuid'],
			paging: { in: 'body', by: 'records', at: 'pagination.start', limit: 'pagination.limit', also: { at: 'start', limit: 'limit' }, max: 100, total: 'pagination.total_count' },
		},
		meanings: onlyFor('retailer'),
	}),
]);
