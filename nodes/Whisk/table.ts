import { defineNode } from '../../engine/table';
import { whiskApi } from './api';
import { recipe } from './resources/recipe';
import { shoppingList } from './resources/shoppingList';
import { shoppingListItem } from './resources/shoppingListItem';
import { user } from './resources/user';

export const whisk = defineNode(whiskApi, [recipe, shoppingList, shoppingListItem, user]);
