import type { Answer, Rule } from '../types';
import { bulkUpdatePriceQuantity } from './bulk';
import { bulkCreateOffer, bulkCreateOrReplaceInventoryItem, bulkGetInventoryItem, bulkPublishOffer } from './bulkRecords';
import { createOrReplaceInventoryItemGroup, createOrReplaceProductCompatibility, deleteInventoryItemGroup, deleteProductCompatibility, getInventoryItemGroup, getProductCompatibility } from './groups';
import { createOrReplaceInventoryItem, deleteInventoryItem, getInventoryItem, getInventoryItems, inInventory } from './inventory';
import type { EbayVisit } from './inventory';
import { createInventoryLocation, deleteInventoryLocation, getInventoryLocation, getInventoryLocations, setLocationStatus, updateInventoryLocation } from './locations';
import { bulkMigrateListing, createOrReplaceSkuLocationMapping, deleteSkuLocationMapping, getSkuLocationMapping } from './migration';
import { getOffer, getOffers, publishOffer, updateOffer } from './offers';
import { createOffer, deleteOffer, getListingFees, publishOfferByInventoryItemGroup, withdrawOffer, withdrawOfferByInventoryItemGroup } from './offerWrites';
import type { EbayCaller, EbayState } from './state';

const rules: Record<string, (visit: EbayVisit) => Answer> = {
	bulkCreateOffer, bulkCreateOrReplaceInventoryItem, bulkGetInventoryItem, bulkMigrateListing, bulkPublishOffer, bulkUpdatePriceQuantity,
	createInventoryLocation, createOffer, createOrReplaceInventoryItem, createOrReplaceInventoryItemGroup, createOrReplaceProductCompatibility, createOrReplaceSkuLocationMapping,
	deleteInventoryItem, deleteInventoryItemGroup, deleteInventoryLocation, deleteOffer, deleteProductCompatibility, deleteSkuLocationMapping,
	disableInventoryLocation: setLocationStatus('DISABLED'), enableInventoryLocation: setLocationStatus('ENABLED'),
	getInventoryItem, getInventoryItemGroup, getInventoryItems, getInventoryLocation, getInventoryLocations, getListingFees, getOffer, getOffers, getProductCompatibility, getSkuLocationMapping,
	publishOffer, publishOfferByInventoryItemGroup, updateInventoryLocation, updateOffer, withdrawOffer, withdrawOfferByInventoryItemGroup,
};

/** What each operation of the Inventory API does. */
export const inventoryRules: Record<string, Rule<EbayState, EbayCaller>> = Object.fromEntries(Object.entries(rules).map(([name, rule]) => [`ebay:sell_inventory_v1.${name}`, inInventory(rule)]));
