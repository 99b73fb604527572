import { defineNode } from '../../../engine/table';
import { ebayApi } from '../api';
import { task } from './resources/task';

export const ebayFeeds = defineNode(ebayApi, [task]);
