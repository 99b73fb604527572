import { defineTrigger } from '../../../engine/triggerTable';
import { whiskApi } from '../api';
import { events } from './events';

export const whiskTrigger = defineTrigger(whiskApi, events);
