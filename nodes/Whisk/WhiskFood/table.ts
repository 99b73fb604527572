import { defineNode } from '../../../engine/table';
import { whiskApi } from '../api';
import { food } from './resources/food';
import { foodListItem } from './resources/foodListItem';
import { foodLog } from './resources/foodLog';
import { meal } from './resources/meal';
import { mealPlan } from './resources/mealPlan';
import { recommendation } from './resources/recommendation';

export const whiskFood = defineNode(whiskApi, [food, foodListItem, foodLog, meal, mealPlan, recommendation]);
