import { defineNode } from '../../../engine/table';
import { ebayApi } from '../api';
import { notificationTopic } from './resources/notificationTopic';

export const ebayCommunication = defineNode(ebayApi, [notificationTopic]);
