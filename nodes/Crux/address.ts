import type { IDataObject } from 'n8n-workflow';
import { customAddress } from '../../engine/address';

const ENVIRONMENTS: Record<string, string> = {
	production: 'https://api.cruxconnect.com',
	sandbox: 'https://api-sandbox.cruxconnect.com',
};

/** Base address that a Crux Connect credential stands for. */
export const cruxAddress = (credentials: IDataObject): string => ENVIRONMENTS[String(credentials.environment)] ?? customAddress(credentials);
