// One line per check, and a count at the end.
import { stripVTControlCharacters } from 'node:util';

/** Collects checks: each runs whether or not those before it passed. */
export class Report {
	passed = 0;
	failed = 0;

	/** Runs one check; what it returns is handed on, undefined when it failed. */
	async check(name, work) {
		try {
			const result = await work();
			this.passed += 1;
			console.log(`ok - ${name}`);
			return result;
		} catch (error) {
			this.failed += 1;
			console.log(`not ok - ${name}`);
			const text = stripVTControlCharacters(String(error.message ?? error)).slice(0, 2_000);
			console.log(text.replace(/^/gm, '    '));
			return undefined;
		}
	}

	/** Prints the count alone on a line. */
	finish() {
		console.log(`${this.passed} passed, ${this.failed} failed`);
		return this.failed === 0;
	}
}
