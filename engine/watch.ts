import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { isObject, parseJson } from './json';
import type { Start } from './pages';

/** What is remembered between two polls; `of` names the question, so that another one starts anew. */
export interface Remembered {
	of: string;
	/** Milliseconds: the newest record, or the start of the last window. */
	since: number;
	/** The newest record of an unfinished reading, and where that goes on. */
	newest?: number;
	next?: Start;
	/** Entries by hash. */
	seen: string;
}

/** Most entries, and most characters of them, that are remembered: n8n keeps them in one cell of its database. */
const MOST_ENTRIES = 20_000;
const MOST_TEXT = 2_000_000;
/** An entry is forgotten when so many whole readings did not show it: one reading may miss it between two pages. */
const MOST_ABSENCES = 3;
const KEY = 12;
const PRINT = 6;
const MET = '+';

const hash = (value: unknown, length: number): string => createHash('sha256').update(stableText(value)).digest('base64url').slice(0, length);

/** JSON in which the order of members does not count. */
function stableText(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(stableText).join()}]`;
	if (!isObject(value)) return JSON.stringify(value) ?? 'null';
	return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${stableText(value[name])}`).join()}}`;
}

/** What was seen of a list: hashes only, none of its data. */
export class SeenEntries {
	/** By key: prints of the watched members one after the other, and how many readings did not show it. */
	private readonly entries: Map<string, string>;

	constructor(text = '{}') {
		this.entries = new Map(Object.entries((parseJson(text) ?? {}) as Record<string, string>));
	}

	/**
	 * Notes an entry of a reading.
	 * @param watched members whose change counts
	 * @returns 'new', the names of the members that changed, or nothing when it is known as it is
	 */
	note(key: unknown, watched: IDataObject): 'new' | string[] | undefined {
		const name = hash(key, KEY);
		const known = this.entries.get(name)?.slice(0, -1);
		const prints = Object.values(watched).map((value) => hash(value, PRINT));
		const print = prints.join('');
		this.entries.set(name, print + MET);
		if (known === undefined) return 'new';
		// A newer package may watch other members: that is no change.
		if (known.length !== print.length) return undefined;
		const changed = Object.keys(watched).filter((_, index) => known.slice(index * PRINT, (index + 1) * PRINT) !== prints[index]);
		return changed.length ? changed : undefined;
	}

	forget(key: unknown): void {
		this.entries.delete(hash(key, KEY));
	}

	/** Ends a whole reading: what it did not show is forgotten after some more such ones. */
	settle(): void {
		for (const [name, entry] of this.entries) {
			const absences = entry.endsWith(MET) ? 0 : Number(entry.slice(-1)) + 1;
			if (absences > MOST_ABSENCES) this.entries.delete(name);
			else this.entries.set(name, `${entry.slice(0, -1)}${absences}`);
		}
	}

	/** As text; undefined when it is too much to keep. */
	toText(): string | undefined {
		if (this.entries.size > MOST_ENTRIES) return undefined;
		const text = JSON.stringify(Object.fromEntries(this.entries));
		return text.length > MOST_TEXT ? undefined : text;
	}
}
