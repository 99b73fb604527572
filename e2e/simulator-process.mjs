// The simulator in a process of its own: prints one JSON line with its addresses and demo accounts, then serves.
import { startSimulator } from '../simulator/server.ts';

const { address, urls, demo } = await startSimulator({ port: Number(process.argv[2] ?? 0) });
console.log(JSON.stringify({ address, urls, demo }));
process.stdin.on('end', () => process.exit()).resume();
