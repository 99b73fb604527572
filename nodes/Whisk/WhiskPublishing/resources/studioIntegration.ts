import { body, option } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';

const TYPES = { INTEGRATION_TYPE_CUSTOM: 'Custom', INTEGRATION_TYPE_SALSIFY: 'Salsify', INTEGRATION_TYPE_SHOPIFY: 'Shopify', INTEGRATION_TYPE_WORDPRESS: 'WordPress' };

export const studioIntegration = resource('Studio Integration', 'studioIntegration', [
	op({
		value: 'add', name: 'Add', action: 'Add studio integration', description: 'Make a connection that products and recipes can be synchronized over; each call makes one more',
		route: 'PUT /integrations/v1/add', host: 'api.studio.whisk.com', tokens: ['server'],
		effect: 'create', repeat: 'never',
		fields: { type: body('type', option({ label: 'Type', required: true, options: TYPES, description: 'The system at the other end' })) },
	}),
]);
