/** eBay's sites by marketplace ID. */
export const marketplaces: Record<string, string> = {
	EBAY_AU: 'Australia', EBAY_AT: 'Austria', EBAY_BE: 'Belgium', EBAY_CA: 'Canada', EBAY_MOTORS_US: 'eBay Motors (US)', EBAY_FR: 'France', EBAY_DE: 'Germany',
	EBAY_HK: 'Hong Kong', EBAY_IE: 'Ireland', EBAY_IT: 'Italy', EBAY_MY: 'Malaysia', EBAY_NL: 'Netherlands', EBAY_PH: 'Philippines', EBAY_PL: 'Poland',
	EBAY_SG: 'Singapore', EBAY_ES: 'Spain', EBAY_CH: 'Switzerland', EBAY_TW: 'Taiwan', EBAY_GB: 'United Kingdom', EBAY_US: 'United States',
};
