// Loaded into n8n: ends it when the process that started it is gone, however that went.
import { isMainThread } from 'node:worker_threads';

function leave() {
	// Nobody reads the log any more: without this, n8n would log each failed write for ever.
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', () => {});
		stream.write = () => true;
	}
	setTimeout(() => process.exit(1), 8_000).unref();
	process.kill(process.pid, 'SIGTERM');
}

// Threads and processes that n8n itself starts load this too, with an input that ends at once.
if (isMainThread && process.argv.includes('start')) process.stdin.on('end', leave).on('error', leave).resume();
