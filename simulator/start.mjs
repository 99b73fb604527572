import { parseArgs } from 'node:util';
import { startSimulator } from './server.ts';

const USAGE = `Crux Connect, Whisk and eBay on this machine, for trying things out and for tests.

  npm run simulator -- [options]

  --port <number>      port to listen on, 0 for a free one (default 4010)
  --seed <number>      other demo data for another number (default 1)
  --latency <number>   milliseconds every call takes at least (default 0)
  --help               this text

GET    /__simulator/health          addresses and the number of calls
GET    /__simulator/calls           every call so far, secrets replaced
POST   /__simulator/reset           start over with fresh data
POST   /__simulator/expire-tokens   end all tokens, or those of {"service": "crux"}
POST   /__simulator/revoke-consent  an eBay member withdraws the consent: {"seller": "demo_shop"}
POST   /__simulator/revoke-consents a user of Whisk takes the consents back
POST   /__simulator/faults          let calls fail: {"path": "/timp/orders/", "kind": "status", "status": 503, "count": 2}
DELETE /__simulator/faults          stop letting calls fail
`;

function options() {
	const text = { type: 'string' };
	const { values } = parseArgs({ options: { port: text, seed: text, latency: text, help: { type: 'boolean' } } });
	const number = (name, fallback) => {
		const value = Number(values[name] ?? fallback);
		if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} must be a whole number`);
		return value;
	};
	return { help: values.help, port: number('port', 4010), seed: number('seed', 1), latency: number('latency', 0) };
}

function show({ urls, address, demo }) {
	const { cruxRetailer, cruxSupplier, whisk, ebay } = demo;
	console.log(`
Simulator: ${address}

Crux     ${urls.crux}
  Retailer   ${cruxRetailer.username}   ${cruxRetailer.password}
  Supplier   ${cruxSupplier.username}   ${cruxSupplier.password}

Whisk    ${urls.whisk}
  User token     ${whisk.userToken}   (Bearer)
  Server token   ${whisk.serverToken}   (Token)
  Client token   ${whisk.clientToken}   (Token)
  Client ID      ${whisk.app.clientId}   (OAuth2)
  Client secret  ${whisk.app.clientSecret}

eBay     ${urls.ebay}/<production host>, such as ${urls.ebay}/api.ebay.com
  Client ID       ${ebay.clientId}
  Client secret   ${ebay.clientSecret}
  RuName          ${ebay.ruName}
  Refresh token   ${ebay.refreshToken}
  Marketplace     ${ebay.marketplace}
  Consent page    ${urls.ebay}/auth.ebay.com/oauth2/authorize, for demo_shop and second_shop

These credentials work nowhere else. Ctrl+C stops.
`);
}

async function main() {
	const { help, ...settings } = options();
	if (help) return console.log(USAGE);
	const simulator = await startSimulator(settings);
	show(simulator);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void simulator.close().then(() => process.exit(0)));
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
