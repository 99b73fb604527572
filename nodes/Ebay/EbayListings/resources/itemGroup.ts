import { pairs, repeated } from '../../../../engine/composites';
import { body, collection, path, text, texts } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { contentLanguage } from '../../fields';
import { groupKey, toSku } from './fields';
import { toPicture } from './itemFields';
import { meanings } from './meanings';

const key = () => path('inventoryItemGroupKey', groupKey());

export const itemGroup = resource('Item Group', 'itemGroup', [
	op({
		value: 'createOrReplace', name: 'Create or Replace', action: 'Create or replace item group', description: 'Put SKUs that differ in size, color and the like together, to be listed as one',
		route: 'PUT /sell/inventory/v1/inventory_item_group/{groupKey}', tokens: ['user'], warnings: true, meanings,
		effect: 'update', repeat: 'absolute', lane: ['groupKey'],
		merge: { route: 'GET /sell/inventory/v1/inventory_item_group/{groupKey}', omit: ['inventoryItemGroupKey'], mayBeNew: true },
		fields: {
			groupKey: key(), contentLanguage: contentLanguage(),
			variantSkus: body('variantSKUs', texts({ label: 'SKUs', required: true, check: toSku, placeholder: 'e.g. SHIRT-S, SHIRT-M', description: 'All members of the group, separated by commas; one that is not named leaves it' })),
			title: body('title', text({ label: 'Title', max: 80, placeholder: 'e.g. Linen shirt', description: 'Of the listing that the group makes' })),
			groupDescription: body('description', text({ label: 'Description', rows: 5, max: 500_000, description: 'Of all variations; HTML is allowed' })),
			variesBy: body('variesBy.specifications', repeated({ label: 'Varies By', add: 'Add Aspect', entry: 'Aspect', description: 'Every aspect in which the SKUs differ, with all values it takes' }, {
				aspect: body('name', text({ label: 'Aspect Name', required: true, placeholder: 'e.g. Size' })),
				values: body('values', texts({ label: 'Values', required: true, placeholder: 'e.g. S, M, L', description: 'Separated by commas' })),
			})),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				aspects: body('aspects', pairs({ label: 'Common Aspects', add: 'Add Aspect', entry: 'Aspect', lists: true, description: 'What all variations share; a name may come several times' })),
				imageUrls: body('imageUrls', texts({ label: 'Image URLs', check: toPicture, max: 24, placeholder: 'e.g. https://example.com/shirt.jpg', description: 'Pictures by https address, separated by commas' })),
				pictured: body('variesBy.aspectsImageVariesBy', texts({ label: 'Pictures Vary By', placeholder: 'e.g. Color', description: 'The aspect whose values have pictures of their own' })),
				subtitle: body('subtitle', text({ label: 'Subtitle', max: 55, description: 'Costs a fee on most sites' })),
				videoIds: body('videoIds', texts({ label: 'Video IDs', description: 'Videos that Video → Create has made, separated by commas' })),
			}),
		},
		echo: ({ groupKey: inventoryItemGroupKey }) => ({ success: true, inventoryItemGroupKey }),
	}),
	op({
		value: 'delete', name: 'Delete', action: 'Delete item group', description: 'Dissolve a group of variations; its SKUs stay',
		route: 'DELETE /sell/inventory/v1/inventory_item_group/{groupKey}', tokens: ['user'], meanings,
		effect: 'delete', repeat: 'absolute', lane: ['groupKey'], fields: { groupKey: key() }, echo: ({ groupKey: inventoryItemGroupKey }) => ({ deleted: true, inventoryItemGroupKey }),
	}),
	op({
		value: 'get', name: 'Get', action: 'Get item group', description: 'Retrieve a group of variations with its SKUs and what they differ in',
		route: 'GET /sell/inventory/v1/inventory_item_group/{groupKey}', tokens: ['user'], meanings,
		effect: 'read', repeat: 'absolute', fields: { groupKey: key() },
	}),
]);
