import type { Answer, Fields } from '../types';
import { ok, refused } from './answers';
import type { WhiskRetailer, WhiskVisit } from './state';

const BY_ZIPCODE = ['US', 'DE'];

const placeOf = ({ zips }: WhiskRetailer, zipcode = '') => zips?.find((prefix) => zipcode.startsWith(prefix));

/** Version 1 writes its names in another way and leaves nothing out. */
function shape(retailer: WhiskRetailer, language: string, zipcode?: string): Fields {
	const { id, name, titles, country, currency } = retailer;
	const site = `https://${id.toLowerCase()}.whisk.test`;
	const place = placeOf(retailer, zipcode);
	return {
		id, name, country, currency,
		displayName: titles[language] ?? titles.en,
		logo: `${site}/logo.png`,
		urls: { signupUrl: `${site}/sign-up`, forgotPasswordUrl: `${site}/password`, trolleyUrl: `${site}/trolley` },
		metadata: place ? { branch: `${id}-${place}` } : {},
	};
}

/** GET /v1/retailers: those of the whole world when no country is named. */
export function getRetailers({ state, query }: WhiskVisit): Answer {
	const { country = '', zipcode, language = 'en' } = query as { country?: string; zipcode?: string; language?: string };
	const wanted = country.toUpperCase();
	const isByZipcode = BY_ZIPCODE.includes(wanted);
	if (isByZipcode && !zipcode?.trim()) return refused(400, 'zipcode.required', `A zipcode is needed for ${wanted}`);
	const inCountry = state.retailers.filter((retailer) => !wanted || retailer.country === wanted);
	const near = isByZipcode ? inCountry.filter((retailer) => placeOf(retailer, zipcode)) : inCountry;
	return ok({ retailers: near.map((retailer) => shape(retailer, language.toLowerCase(), isByZipcode ? zipcode : undefined)) });
}
