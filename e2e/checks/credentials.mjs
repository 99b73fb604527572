// Every credential, right and wrong, tested by n8n itself.
import assert from 'node:assert/strict';

const WRONG = 'wrong-secret-5d1f';

/** What the test of a wrong credential must say. */
const mistakes = [
	{ account: 'cruxRetailer', change: { password: WRONG }, name: 'password', says: /^Crux Connect sign-in: user name or password is not accepted\./ },
	{ account: 'cruxRetailer', change: { authentication: 'token', token: WRONG }, name: 'fixed token', says: /^Crux Connect does not accept this sign-in\./ },
	{ account: 'whisk', change: { token: WRONG }, name: 'token', says: /^Whisk does not accept this token\./ },
	{ account: 'whisk', change: { accessType: 'server' }, name: 'token type', says: /^Whisk does not accept this token\./ },
	{ account: 'ebay', change: { clientSecret: WRONG }, name: 'client secret', says: /^eBay sign-in: Client ID and Client Secret are not accepted\./ },
	{ account: 'ebay', change: { refreshToken: WRONG }, name: 'refresh token', says: /^eBay sign-in: the refresh token is not accepted/ },
];

const secretNames = ['password', 'token', 'clientSecret', 'refreshToken', 'signingPrivateKey'];

/** The secrets of all demo accounts, and the wrong ones. */
export const secretsOf = (accounts) => [WRONG, ...Object.values(accounts).flatMap(({ data }) => secretNames.map((name) => data[name]).filter(Boolean))];

/** Fails when one of the secrets stands in a text. */
export function holdsNone(text, secrets, where) {
	for (const secret of secrets) assert.ok(!text.includes(secret), `${where} holds a secret that starts with ${secret.slice(0, 4)}`);
}

async function wrong(client, { type, data }, { change, says }, secrets) {
	const changed = { ...data, ...change };
	const credential = await client.createCredential(type, `Wrong ${type}`, changed);
	const { status, message } = await client.testCredential(credential, changed);
	await client.call('DELETE', `/rest/credentials/${credential.id}`);
	assert.equal(status, 'Error');
	assert.match(message, says);
	holdsNone(message, secrets, 'the message');
}

/** Saves the demo accounts as credentials, tests right and wrong ones; gives the saved ones by account. */
export async function checkCredentials(report, { client, accounts }) {
	const saved = {};
	const secrets = secretsOf(accounts);
	for (const [account, { type, name, data }] of Object.entries(accounts)) {
		saved[account] = await report.check(`credential of ${account} is saved and its test passes`, async () => {
			const credential = await client.createCredential(type, name, data);
			const { status, message } = await client.testCredential(credential, data);
			assert.equal(status, 'OK', message);
			return credential;
		});
	}
	for (const mistake of mistakes) {
		const { type } = accounts[mistake.account];
		await report.check(`${type} with a wrong ${mistake.name} is refused in one clear sentence`, () =>
			wrong(client, accounts[mistake.account], mistake, secrets),
		);
	}
	await report.check('the editor never gets a secret of a saved credential', async () => {
		for (const { id } of Object.values(saved)) {
			const { body } = await client.request('GET', `/rest/credentials/${id}?includeData=true`);
			holdsNone(JSON.stringify(body), secrets, 'the answer');
			assert.doesNotMatch(JSON.stringify(body), /"(sessionToken|tokens)":"(?!__n8n_)[^"]+"/);
		}
	});
	return saved;
}
