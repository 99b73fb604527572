import { country } from '../../../engine/codes';
import { collection, query, text, texts } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';

const thread = () => query('id', text({ label: 'Feed ID', placeholder: 'e.g. 5b0c7d1e9f3a4c62', description: 'Goes on with a feed that an answer before has named; it lives for half a day' }));

export const feed = resource('Feed', 'feed', [
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many feed entries', description: 'Retrieve recipes that Whisk recommends, as its start page shows them',
		route: 'GET /feed/v2/get', tokens: ['user', 'server'], status: 'partial',
		effect: 'read', repeat: 'absolute', fields: { feed: thread() },
		list: { items: 'items|feed', id: ['key.id', 'key'] },
	}),
	op({
		value: 'getAllV1', name: 'Get Many (Version 1)', action: 'Get many feed entries in version 1', description: 'Retrieve recommended recipes by the older API, also those of one group',
		route: 'GET /v1/feed', host: 'graph.whisk.com', tokens: ['user', 'server'], status: 'partial',
		effect: 'read', repeat: 'absolute',
		fields: {
			feed: thread(),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				country: query('country', country({ label: 'Country', description: 'Prefer what is cooked there' })),
				group: query('filterKey', text({ label: 'Group', placeholder: 'e.g. category::appetizers-and-snacks', description: 'Only entries of this part of the feed' })),
				types: query('allowedTypes', texts({ label: 'Types', placeholder: 'e.g. recipe', description: 'Kinds of entries, separated by commas; recipes unless told otherwise' })),
			}),
		},
		list: { items: 'feed', id: ['content.id'] },
	}),
]);
