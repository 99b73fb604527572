import { defineTrigger } from '../../../engine/triggerTable';
import { cruxApi } from '../api';
import { goodsEvents } from '../events/goods';
import { orderEvents } from '../events/orders';
import { partnerEvents } from '../events/partners';

export const cruxTrigger = defineTrigger(cruxApi, [...orderEvents, ...goodsEvents, ...partnerEvents]);
