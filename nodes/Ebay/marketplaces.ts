import type { IDataObject } from 'n8n-workflow';

interface Marketplace {
	name: string;
	currency: string;
	/** Locales, the usual one first. */
	locales: [string, ...string[]];
}

const SITES: Record<string, Marketplace> = {
	EBAY_AU: { name: 'Australia', currency: 'AUD', locales: ['en-AU'] },
	EBAY_AT: { name: 'Austria', currency: 'EUR', locales: ['de-AT'] },
	EBAY_BE: { name: 'Belgium', currency: 'EUR', locales: ['nl-BE', 'fr-BE'] },
	EBAY_CA: { name: 'Canada', currency: 'CAD', locales: ['en-CA', 'fr-CA'] },
	EBAY_MOTORS_US: { name: 'eBay Motors (US)', currency: 'USD', locales: ['en-US'] },
	EBAY_FR: { name: 'France', currency: 'EUR', locales: ['fr-FR'] },
	EBAY_DE: { name: 'Germany', currency: 'EUR', locales: ['de-DE'] },
	EBAY_HK: { name: 'Hong Kong', currency: 'HKD', locales: ['zh-HK'] },
	EBAY_IE: { name: 'Ireland', currency: 'EUR', locales: ['en-IE'] },
	EBAY_IT: { name: 'Italy', currency: 'EUR', locales: ['it-IT'] },
	EBAY_MY: { name: 'Malaysia', currency: 'MYR', locales: ['en-US'] },
	EBAY_NL: { name: 'Netherlands', currency: 'EUR', locales: ['nl-NL'] },
	EBAY_PH: { name: 'Philippines', currency: 'PHP', locales: ['en-PH'] },
	EBAY_PL: { name: 'Poland', currency: 'PLN', locales: ['pl-PL'] },
	EBAY_SG: { name: 'Singapore', currency: 'SGD', locales: ['en-US'] },
	EBAY_ES: { name: 'Spain', currency: 'EUR', locales: ['es-ES'] },
	EBAY_CH: { name: 'Switzerland', currency: 'CHF', locales: ['de-CH'] },
	EBAY_TW: { name: 'Taiwan', currency: 'TWD', locales: ['zh-TW'] },
	EBAY_GB: { name: 'United Kingdom', currency: 'GBP', locales: ['en-GB'] },
	EBAY_US: { name: 'United States', currency: 'USD', locales: ['en-US'] },
};

/** Names of eBay's sites by marketplace ID. */
export const marketplaces: Record<string, string> = Object.fromEntries(Object.entries(SITES).map(([id, { name }]) => [id, name]));

/** Motors is EBAY_MOTORS in the MarketplaceEnum of the Inventory API, and EBAY_MOTORS_US in the MarketplaceIdEnum of all others. */
const [MOTORS, MOTORS_OFFERS] = ['EBAY_MOTORS_US', 'EBAY_MOTORS'];

/** A site by its ID, however an answer names it. */
export const siteOf = (marketplace: unknown): string => (marketplace === MOTORS_OFFERS ? MOTORS : String(marketplace || 'EBAY_US'));

/** The same as offers name it. */
export const offerSite = (marketplace: unknown): string => (siteOf(marketplace) === MOTORS ? MOTORS_OFFERS : siteOf(marketplace));

/** The site that is chosen in a form, or that of the credential. */
export const chosenSite = ({ marketplace: own }: IDataObject, { marketplace }: Record<string, unknown>): string => siteOf(marketplace && marketplace !== 'credential' ? marketplace : own);

export const currencyOf = (marketplace: unknown): string => SITES[siteOf(marketplace)]?.currency ?? 'USD';

/** The language that a credential asks for: one of its own, or the usual one of its marketplace. */
export const languageOf = ({ language, marketplace }: IDataObject): string => (language && language !== 'marketplace' ? String(language) : localeOf(marketplace));
export const localeOf = (marketplace: unknown): string => SITES[siteOf(marketplace)]?.locales[0] ?? 'en-US';

/** Written out, as names that are made at the start of every n8n process take longer than all else here. */
const LANGUAGES: Record<string, string> = { de: 'German', en: 'English', es: 'Spanish', fr: 'French', it: 'Italian', nl: 'Dutch', pl: 'Polish', zh: 'Chinese' };
/** Names of eBay's locales by code. */
export const locales: Record<string, string> = Object.fromEntries(
	[...new Set(Object.values(SITES).flatMap((site) => site.locales))].map((locale) => {
		const [language, country] = locale.split('-');
		return [locale, `${LANGUAGES[language]} (${SITES[`EBAY_${country}`].name})`];
	}),
);
