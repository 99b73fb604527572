import { defineNode } from '../../engine/table';
import { whiskApi } from './api';
import { cart } from './resources/cart';
import { cartItem } from './resources/cartItem';
import { collection } from './resources/collection';
import { dictionary } from './resources/dictionary';
import { feed } from './resources/feed';
import { recipe } from './resources/recipe';
import { retailer } from './resources/retailer';
import { shoppingList } from './resources/shoppingList';
import { shoppingListItem } from './resources/shoppingListItem';
import { smartCollection } from './resources/smartCollection';
import { storeItem } from './resources/storeItem';
import { user } from './resources/user';

export const whisk = defineNode(whiskApi, [cart, cartItem, collection, dictionary, feed, recipe, retailer, shoppingList, shoppingListItem, smartCollection, storeItem, user]);
