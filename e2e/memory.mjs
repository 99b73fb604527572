// What Linux says of the memory of a process; elsewhere nothing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE ** 2;

/** Bytes: of `VmRSS` what it has now, of `VmHWM` the most it has had since the count began. */
export function memoryOf(pid, name) {
	const file = `/proc/${pid}/status`;
	const found = existsSync(file) && new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'));
	return found ? Number(found[1]) * KILOBYTE : undefined;
}

/** Counts the most anew from now on, and tells what there is now. */
export function countMemoryAnew(pid) {
	const now = memoryOf(pid, 'VmRSS');
	if (now) writeFileSync(`/proc/${pid}/clear_refs`, '5');
	return now;
}

export const megabytes = (bytes) => (bytes ? `${Math.round(bytes / MEGABYTE)} MB` : 'not known here');
