import { defineNode } from '../../../engine/table';
import { ebayApi } from '../api';
import { setup } from '../setup';
import { inventoryItem } from './resources/inventoryItem';
import { itemGroup } from './resources/itemGroup';
import { listing } from './resources/listing';
import { location } from './resources/location';
import { offer } from './resources/offer';
import { productCompatibility } from './resources/productCompatibility';
import { video } from './resources/video';

export const ebayListings = defineNode(ebayApi, [
	inventoryItem, itemGroup, listing, location, offer, productCompatibility,
	setup('See in one table whether all is there that publishing needs: the right account, access, policies, locations and quota'), video,
]);
