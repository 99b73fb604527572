import { defineNode } from '../../engine/table';
import { whiskApi } from './api';
import { shoppingList } from './resources/shoppingList';
import { shoppingListItem } from './resources/shoppingListItem';

export const whisk = defineNode(whiskApi, [shoppingList, shoppingListItem]);
