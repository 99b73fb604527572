import { op, resource } from '../../../../engine/rows';

export const notificationTopic = resource('Notification Topic', 'notificationTopic', [
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many notification topics', description: 'Retrieve the events that eBay can report, with the access each of them needs',
		route: 'GET /commerce/notification/v1/topic', tokens: ['application', 'user'],
		effect: 'read', repeat: 'absolute', fields: {},
		list: { items: 'topics', id: ['topicId'], paging: { in: 'query', by: 'cursor', at: 'continuation_token', limit: 'limit', max: 100, min: 10, next: 'next', link: 'continuation_token' } },
		simplify: { topicId: 'topicId', description: 'description', context: 'context', scope: 'scope', status: 'status', authorizationScopes: 'authorizationScopes' },
	}),
]);
