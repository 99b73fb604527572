const WIDTH = 140;

const isList = Array.isArray;

/** A value on one line. */
function oneLine(value) {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	if (isList(value)) return `[${value.map(oneLine).join(', ')}]`;
	const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${oneLine(entry)}`);
	return entries.length ? `{ ${entries.join(', ')} }` : '{}';
}

/** Whether a member may stand on one line: short, and no record of its own. */
const fits = (value, depth) => depth > 1 && oneLine(value).length + depth * 4 <= WIDTH;

function block(value, depth) {
	if (typeof value !== 'object' || value === null || fits(value, depth)) return oneLine(value);
	const margin = '\t'.repeat(depth + 1);
	const inner = isList(value)
		? value.map((entry) => margin + block(entry, depth + 1))
		: Object.entries(value).map(([key, entry]) => `${margin}${JSON.stringify(key)}: ${block(entry, depth + 1)}`);
	const [open, close] = isList(value) ? '[]' : '{}';
	return `${open}\n${inner.join(',\n')}\n${'\t'.repeat(depth)}${close}`;
}

/** JSON with tabs that keeps what is short on one line, so that a difference shows as one line. */
export const print = (value) => `${block(value, 0)}\n`;
