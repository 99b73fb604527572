import type { IDataObject } from 'n8n-workflow';
import { customAddress, isUnder } from '../../engine/address';

/**
 * Base address of one of eBay's hosts under a credential. The test environment has the same hosts with `.sandbox.`
 * before `ebay.com`; a custom URL stands before all of them, with the host as the first part of the path.
 */
export function ebayAddress(credentials: IDataObject, host: string): string {
	if (credentials.environment === 'production') return `https://${host}`;
	if (credentials.environment === 'sandbox') return `https://${host.replace(/ebay\.com$/, 'sandbox.ebay.com')}`;
	return `${customAddress(credentials)}/${host}`;
}

/** Hosts of eBay's REST APIs: a token goes to these and to no other. */
export const EBAY_HOSTS = ['api.ebay.com', 'apiz.ebay.com', 'apix.ebay.com', 'apim.ebay.com', 'tppz.ebay.com'];

/** The path of an address as eBay itself has it, also behind a custom URL. */
export const ebayPath = (url: string): string => new URL(url).pathname.replace(/^.*\/[a-z]+\.ebay\.com(?=\/)/, '');

/** The Post-Order API, which is older than the others, calls the member's token by another name than Bearer. */
export const schemeFor = (credentials: IDataObject, address: string): string => (isUnder(`${ebayAddress(credentials, 'api.ebay.com')}/post-order`, address) ? 'IAF' : 'Bearer');
