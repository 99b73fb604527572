// The simulator in a process of its own: prints one JSON line with its addresses and demo accounts, then serves.
import { lineIdOf, orderIdOf } from '../simulator/ebay/ordersSeed.ts';
import { startSimulator } from '../simulator/server.ts';
import { COMMUNITY, INTEGRATION } from '../simulator/whisk/state.ts';

const [port = 0, latency = 0, items] = process.argv.slice(2).map(Number);
const { address, urls, demo } = await startSimulator({ port, latency, items });
/** Records that exist at the start, for checks that need one. */
const seeds = { orderId: orderIdOf(1), lineItemId: lineIdOf(1, 1), community: COMMUNITY, integration: INTEGRATION };
console.log(JSON.stringify({ address, urls, demo, seeds }));
process.stdin.on('end', () => process.exit()).resume();
