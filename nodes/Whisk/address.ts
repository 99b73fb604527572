import type { IDataObject } from 'n8n-workflow';
import { customAddress } from '../../engine/address';

/** Hosts of Whisk's APIs: version 2, what exists in version 1 only, Studio, and two of partners. A token goes to these and to no other. */
export const WHISK_HOSTS = ['api.whisk.com', 'graph.whisk.com', 'api.studio.whisk.com', 'samsung-health-api.whisk.com', 'api-x.whisk.com'];

/** Base address of one of Whisk's hosts under a credential; a custom URL stands for all of them, and for those that take no token. */
export const whiskAddress = (credentials: IDataObject, host: string): string => (credentials.environment === 'production' ? `https://${host}` : customAddress(credentials));
