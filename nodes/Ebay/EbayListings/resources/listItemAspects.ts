import type { IDataObject } from 'n8n-workflow';
import { getPath } from '../../../../engine/request';
import type { Obstacle, StepRead, Values } from '../../../../engine/types';
import { siteOf } from '../../marketplaces';
import type { Aspect } from './aspects';
import { treeOfSite } from './categories';

/** What stands in the offer, where other fields are kept. */
export const keptIn = ({ offer, keepOthers }: Values, path: string): unknown => (keepOthers ? getPath(offer, path) : undefined);

const categoryOf = (known: Values): unknown => known.category ?? keptIn(known, 'categoryId');

/** A listing that is live was let in with what it has. */
const isNew = ({ offer }: Values): boolean => getPath(offer, 'status') !== 'PUBLISHED';

/** Names of the aspects without which nothing is listed in a category; eBay answers nothing at all where it has none. */
const demandedIn = (answer: unknown): string[] => ((getPath(answer, 'aspects') ?? []) as Aspect[]).filter(({ aspectConstraint: rules }) => rules?.aspectRequired).map(({ localizedAspectName: name }) => name);

/** What the category demands, in the language of the item; on a site without a tree of categories nothing can be said of it. */
export const aspectReads: StepRead[] = [
	{
		name: 'category_tree_id', route: treeOfSite.route, tokens: ['application'], none: [400], shared: true, when: (known) => isNew(known) && categoryOf(known) !== undefined,
		query: ({ marketplace }) => ({ marketplace_id: siteOf(marketplace) }), find: (answer) => getPath(answer, 'categoryTreeId'),
	},
	{
		name: 'demanded', route: 'GET /commerce/taxonomy/v1/category_tree/{category_tree_id}/get_item_aspects_for_category', tokens: ['application'], none: [400], shared: true, when: ({ category_tree_id: tree }) => tree !== undefined,
		query: (known) => ({ category_id: String(categoryOf(known)) }), headers: ({ contentLanguage }) => ({ 'Accept-Language': String(contentLanguage) }), find: demandedIn,
	},
];

/** Codes with which eBay may find the product in its catalog, and take the aspects from there; "Does not apply" is none. */
const CODES = ['ean', 'isbn', 'upc'];
const isFound = (product: unknown): boolean =>
	getPath(product, 'epid') !== undefined || (getPath(product, 'brand') !== undefined && getPath(product, 'mpn') !== undefined) || CODES.some((name) => [getPath(product, name)].flat().some((code) => /\d{8}/.test(String(code))));

/** Aspects of the category that the item lacks (25002), or a category in which nothing can be listed (25005). */
export function aspectObstacles({ item }: Readonly<Record<string, IDataObject>>, known: Values): Obstacle[] {
	const { category_tree_id: tree, demanded, marketplace } = known as { demanded?: string[] } & Values;
	if (tree === undefined) return [];
	const category = `"${String(categoryOf(known))}"`;
	if (!demanded) return [{ field: 'category', problem: `cannot be used: ${category} is no category of ${String(marketplace)} in which items are listed`, help: 'Choose a category of this site without further ones below it.' }];
	const given = Object.keys((getPath(item, 'product.aspects') ?? {}) as IDataObject).map((name) => name.toLowerCase());
	const lacking = isFound(item?.product) ? [] : demanded.filter((name) => !given.includes(name.toLowerCase()));
	if (!lacking.length) return [];
	return [{ field: 'aspects', problem: `lacks what the category ${category} demands: ${lacking.join(', ')}`, help: 'Fill in what is missing below Category, or give it by an expression in Aspects (JSON) of Product.' }];
}
