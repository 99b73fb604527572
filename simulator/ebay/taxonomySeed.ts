export interface EbayAspect {
	name: string;
	isRequired?: boolean;
	mode: 'FREE_TEXT' | 'SELECTION_ONLY';
	isMulti?: boolean;
	type?: 'STRING' | 'NUMBER';
	values?: string[];
	maxLength?: number;
	variations?: boolean;
	/** Values that hold only for a value of another aspect. */
	dependsOn?: { aspect: string; of: Record<string, string[]> };
}

/** Categories below the root; those with aspects or marked so are leaves. */
export interface EbayCategory {
	name: string;
	isLeaf: boolean;
	aspects: EbayAspect[];
}

export const ROOT = '0';
export const VERSION = '129';

/** The default tree of each marketplace. */
export const TREES: Record<string, string> = {
	EBAY_US: '0', EBAY_MOTORS_US: '100', EBAY_CA: '2', EBAY_GB: '3', EBAY_AU: '15', EBAY_AT: '16', EBAY_FR: '71', EBAY_DE: '77', EBAY_IT: '101', EBAY_NL: '146', EBAY_ES: '186', EBAY_CH: '193',
};

const PHONES: EbayAspect[] = [
	{ name: 'Brand', isRequired: true, mode: 'FREE_TEXT', values: ['Apple', 'Demo', 'Samsung'], maxLength: 65 },
	{
		name: 'Model', isRequired: true, mode: 'FREE_TEXT', maxLength: 65,
		dependsOn: { aspect: 'Brand', of: { Apple: ['iPhone 15', 'iPhone 16'], Samsung: ['Galaxy S24'] } },
	},
	{ name: 'Storage Capacity', isRequired: true, mode: 'SELECTION_ONLY', values: ['64 GB', '128 GB', '256 GB'], variations: true },
	{ name: 'Color', mode: 'SELECTION_ONLY', values: ['Black', 'White', 'Red', 'Blue'], variations: true },
	{ name: 'Features', mode: 'SELECTION_ONLY', isMulti: true, values: ['5G', 'Dual SIM', 'NFC', 'Wireless Charging'] },
	{ name: 'Item Height', mode: 'FREE_TEXT', type: 'NUMBER', maxLength: 10 },
	{ name: 'Custom Text', mode: 'FREE_TEXT', maxLength: 65 },
];

export const CATEGORIES: Record<string, EbayCategory> = {
	'15032': { name: 'Cell Phones & Accessories', isLeaf: false, aspects: [] },
	'9355': { name: 'Cell Phones & Smartphones', isLeaf: true, aspects: PHONES },
	'20697': {
		name: 'Lamps', isLeaf: true,
		aspects: [
			{ name: 'Brand', isRequired: true, mode: 'FREE_TEXT', values: ['Demo'], maxLength: 65 },
			{ name: 'Room', mode: 'FREE_TEXT', isMulti: true, values: ['Bedroom', 'Office'], maxLength: 65 },
		],
	},
	'1201': { name: 'Things Without Aspects', isLeaf: true, aspects: [] },
};

/** Whether a listing may stand in a category. */
export const isLeaf = (categoryId: string): boolean => Object.hasOwn(CATEGORIES, categoryId) && CATEGORIES[categoryId].isLeaf;
