import { defineNode } from '../../engine/table';
import { whiskApi } from './api';
import { community } from './resources/community';
import { food } from './resources/food';
import { mealPlan } from './resources/mealPlan';
import { recipe } from './resources/recipe';
import { retailer } from './resources/retailer';
import { shoppingList } from './resources/shoppingList';
import { shoppingListItem } from './resources/shoppingListItem';
import { studioProduct } from './resources/studioProduct';
import { user } from './resources/user';

export const whisk = defineNode(whiskApi, [community, food, mealPlan, recipe, retailer, shoppingList, shoppingListItem, studioProduct, user]);
