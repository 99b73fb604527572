import { defineNode } from '../../../engine/table';
import { whiskApi } from '../api';
import { community } from './resources/community';
import { post, postReply } from './resources/post';
import { publicProfile } from './resources/publicProfile';
import { studioIntegration } from './resources/studioIntegration';
import { studioProduct } from './resources/studioProduct';
import { studioRecipe } from './resources/studioRecipe';

export const whiskPublishing = defineNode(whiskApi, [community, post, postReply, publicProfile, studioIntegration, studioProduct, studioRecipe]);
