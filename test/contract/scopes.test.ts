import { BASE_SCOPE, jobOf, jobOptions, memberScopes } from '../../nodes/Ebay/scopes';
import { contracts } from './contracts';

/** Operations of a member that the usual scope does not open, by the contract. */
const ofMembers = contracts.filter(({ id, token, scopes = [] }) => id.startsWith('ebay:') && token.includes('user') && scopes.length > 0 && !scopes.includes(BASE_SCOPE));

/** Scopes that depend on the kind of file, which no path tells. */
const BY_CONTENT = /^\/sell\/feed\/v1\/(task|schedule)/;

test('there are operations of members to look at', () => {
	expect(ofMembers.length).toBeGreaterThan(20);
});

test.each(ofMembers.map((contract) => [contract.id, contract] as const))('%s: what is to be added to Access opens it', (_, { path, scopes = [] }) => {
	const job = jobOf(path.replace(/\{[^}]*\}/g, '1'));
	if (BY_CONTENT.test(path)) return expect(job).toBeUndefined();
	expect(job?.scopes.some((scope) => scopes.includes(scope))).toBe(true);
	return expect(jobOptions.map(({ name }) => name)).toContain(job?.name);
});

test('further scopes are asked for beside those of the choice, each once', () => {
	const further = `${BASE_SCOPE}/sell.logistics ${BASE_SCOPE}/sell.fulfillment`;
	expect(memberScopes({ scopes: ['orders'], furtherScopes: further })).toEqual([BASE_SCOPE, `${BASE_SCOPE}/sell.fulfillment`, `${BASE_SCOPE}/sell.logistics`]);
});
