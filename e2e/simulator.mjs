// Starts the simulator beside n8n and says what a user would type into the credentials.
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { repository } from './package-under-test.mjs';
import { startProcess } from './processes.mjs';

const entry = fileURLToPath(new URL('./simulator-process.mjs', import.meta.url));

/** The demo accounts as credentials of n8n: `{ type, name, data }` by short name. */
function accountsOf({ urls, demo }) {
	const crux = (login) => ({ environment: 'custom', customUrl: urls.crux, authentication: 'login', ...login });
	const { clientId, clientSecret, ruName, refreshToken, marketplace, signingKey } = demo.ebay;
	const signing = { signRequests: true, signingKey: 'own', signingKeyJwe: signingKey.jwe, signingPrivateKey: signingKey.privateKey };
	return {
		cruxRetailer: { type: 'cruxApi', name: 'Crux Connect retailer (simulator)', data: crux(demo.cruxRetailer) },
		cruxSupplier: { type: 'cruxApi', name: 'Crux Connect supplier (simulator)', data: crux(demo.cruxSupplier) },
		whisk: {
			type: 'whiskApi',
			name: 'Whisk (simulator)',
			data: { environment: 'custom', customUrl: urls.whisk, accessType: 'user', token: demo.whisk.userToken },
		},
		ebay: {
			type: 'ebayApi',
			name: 'eBay (simulator)',
			data: { environment: 'custom', customUrl: urls.ebay, clientId, clientSecret, ruName, refreshToken, marketplace, ...signing },
		},
		whiskServer: {
			type: 'whiskApi',
			name: 'Whisk server (simulator)',
			data: { environment: 'custom', customUrl: urls.whisk, accessType: 'server', token: demo.whisk.serverToken },
		},
	};
}

/** What a user has who connects an account by OAuth2: an app, and no consent yet. */
const appsOf = ({ urls, demo }) => ({
	whisk: { type: 'whiskOAuth2Api', name: 'Whisk OAuth2 (simulator)', data: { environment: 'custom', customUrl: urls.whisk, ...demo.whisk.app } },
});

async function firstLine(started) {
	const deadline = Date.now() + 60_000;
	let over = false;
	started.ended.then(() => {
		over = true;
	});
	while (Date.now() < deadline && !over) {
		const line = /^\{.*\}$/m.exec(started.log());
		if (line) return JSON.parse(line[0]);
		await sleep(50);
	}
	throw new Error(`The simulator did not start:\n${started.log()}`);
}

/**
 * Starts the simulator on the loopback address.
 * @param {{ latency?: number, items?: number }} more milliseconds that every call takes, and how much there is to sell
 * @returns {Promise<{ address: string, accounts: Record<string, { type: string, name: string, data: object }>, apps: Record<string, { type: string, name: string, data: object }>, control(method: string, name: string, body?: object): Promise<object>, seeds: Record<string, string>, reset(): Promise<void>, revokeConsent(seller: string): Promise<void>, calls(): Promise<object[]>, ended: Promise<unknown>, stop(): Promise<void> }>}
 */
export async function startSimulator(port = 0, { latency = 0, items = 250 } = {}) {
	const started = startProcess(process.execPath, ['--import', 'tsx', entry, ...[port, latency, items].map(String)], { cwd: repository, env: process.env });
	const described = await firstLine(started).catch(async (error) => {
		await started.stop();
		throw error;
	});
	const control = async (method, name, body) => {
		const answer = await fetch(`${described.address}/__simulator/${name}`, { method, headers: { connection: 'close' }, body: body && JSON.stringify(body) });
		if (!answer.ok) throw new Error(`The simulator answered ${answer.status} to ${name}`);
		return await answer.json();
	};
	return {
		address: described.address,
		accounts: accountsOf(described),
		apps: appsOf(described),
		control,
		seeds: described.seeds,
		reset: async () => void (await control('POST', 'reset')),
		revokeConsent: async (seller) => void (await control('POST', 'revoke-consent', { seller })),
		calls: async () => await control('GET', 'calls'),
		ended: started.ended,
		stop: started.stop,
	};
}
