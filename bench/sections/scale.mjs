// What the engine adds to n8n's own request helper, per item, and whether that grows with the operations of a node.
import { createRequire } from 'node:module';
import path from 'node:path';
import { loadEngine, stockRows } from '../support/harness.mjs';
import { interleave, line, paired } from '../support/measure.mjs';
import { startServer } from '../support/server.mjs';

const require = createRequire(import.meta.url);
/** Short slices in many rounds: what else the machine does then falls on all sides alike. */
const ROWS = 100;
const CONCURRENCY = 10;
const ROUNDS = 30;
const SIZES = [10, 60, 150, 500];
/** Milliseconds of processor time that rounds of one and the same node differ by. */
const FLAT = 0.05;

/** An operation with six fields of its own, so that none is shared with another. */
function sibling({ op }, fields, index) {
	const label = (name) => `${name} ${index}`;
	const { body, collection, integer, option, path: inPath, query, text } = fields;
	return op({
		value: `do${index}`,
		name: label('Do'),
		action: label('Do it'),
		description: label('Do what is to be done'),
		route: `POST /things/{thing${index}}/`,
		effect: 'update',
		repeat: 'absolute',
		fields: {
			[`thing${index}`]: inPath('id', text({ label: label('Thing'), required: true })),
			[`kind${index}`]: query('kind', option({ label: label('Kind'), options: { a: 'A', b: 'B', c: 'C' } })),
			[`note${index}`]: body('note', text({ label: label('Note'), description: label('What to write down') })),
			[`count${index}`]: body('count', integer({ label: label('Count') })),
			[`more${index}`]: collection(
				{ label: label('More'), add: 'Add Field' },
				{
					name: body('more.name', text({ label: 'Name' })),
					size: body('more.size', integer({ label: 'Size' })),
				},
			),
		},
	});
}

/** A node with so many operations, ten a resource; the one that is run comes last. */
function nodeOf(root, size) {
	const load = (file) => require(path.join(root, 'dist', file));
	const [table, rows, fields, { crux }] = [load('engine/table.js'), load('engine/rows.js'), load('engine/fields.js'), load('nodes/Crux/table.js')];
	const updateInventory = crux.resources.find(({ value }) => value === 'sku').operations.find(({ value }) => value === 'updateInventory');
	const operations = [...Array.from({ length: size - 1 }, (_, index) => sibling(rows, fields, index)), updateInventory];
	const resources = [];
	for (let start = 0; start < size; start += 10) {
		const isLast = start + 10 >= size;
		resources.push(rows.resource(isLast ? 'SKU' : `Resource ${start}`, isLast ? 'sku' : `resource${start}`, operations.slice(start, start + 10)));
	}
	const made = table.defineNode(crux.api, resources);
	const name = `bench${size}`;
	const description = {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'cruxApi' }],
		properties: made.properties,
	};
	return {
		description,
		execute() {
			return made.execute(this);
		},
	};
}

/** @param {string} root folder of the built package */
export async function measure(root) {
	const server = await startServer();
	const synthetic = Object.fromEntries(SIZES.map((size) => [`bench.${size}`, nodeOf(root, size)]));
	const engine = loadEngine(root, synthetic);
	const [url, rows] = [server.url(0), stockRows(ROWS)];
	const sides = {
		helper: () => engine.helper(url, rows, CONCURRENCY),
		crux: () => engine.ours(url, rows, CONCURRENCY),
		...Object.fromEntries(SIZES.map((size) => [size, () => engine.ours(url, rows, CONCURRENCY, `bench.${size}`)])),
	};
	const times = await interleave(sides, { rounds: ROUNDS, warmUp: 2 });
	server.stop();
	const over = (name, base, what) => paired(times[name], times[base], (ours, other) => (ours[what] - other[what]) / ROWS);
	const perItem = { unit: 'ms/item', digits: 3 };
	const growth = over(500, 10, 'cpu');
	const lines = [
		line("Crux Connect node over n8n's helper", over('crux', 'helper', 'execute'), { ...perItem, atMost: 0.5 }),
		line('  the same in processor time', over('crux', 'helper', 'cpu'), perItem),
		...SIZES.map((size) =>
			line(`node with ${size} operations over n8n's helper`, over(size, 'helper', 'execute'), {
				...perItem,
				atMost: 0.5,
				note: `${synthetic[`bench.${size}`].description.properties.length} properties`,
			}),
		),
		line('500 operations over 10, in processor time', growth, { ...perItem, figure: 'flat', reached: growth.median <= FLAT, note: `flat: at most ${FLAT} ms` }),
	];
	return {
		lines,
		facts: [
			`time of execute, ${ROWS} rows, concurrency ${CONCURRENCY}, 0 ms, helper alone ${paired(times.helper, times.helper, ({ execute }) => execute / ROWS).median.toFixed(3)} ms/item`,
		],
		samples: times,
	};
}
