import { defineTrigger } from '../../../engine/triggerTable';
import { ebayApi } from '../api';
import { events } from './events';

export const ebayOrderTrigger = defineTrigger(ebayApi, events);
