import type { IDataObject } from 'n8n-workflow';
import { customAddress } from '../../engine/address';

/** Base address that a Whisk credential stands for. */
export const whiskAddress = (credentials: IDataObject): string => (credentials.environment === 'production' ? 'https://api.whisk.com' : customAddress(credentials));
