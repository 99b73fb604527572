const verdicts = new Map([
	[true, 'reached'],
	[false, 'MISSED'],
	[null, ''],
]);

const number = (value, digits) => (value === undefined || value === null || Number.isNaN(value) ? '–' : value.toFixed(digits));

function cellsOf({ what, median, min, max, unit, digits, figure, reached, note }) {
	const spread = min === undefined || min === max ? '' : `${number(min, digits)} … ${number(max, digits)}`;
	return [what, `${number(median, digits)} ${unit}`.trim(), spread, figure ?? '', verdicts.get(reached), note ?? ''];
}

/** Prints the lines of one section. */
export function printSection(name, { lines = [], seconds, loadAverage, error, skipped, facts = [] }) {
	console.log(`\n━━ ${name} ━━ ${seconds.toFixed(0)} s, load average ${loadAverage.before[0].toFixed(1)} before, ${loadAverage.after[0].toFixed(1)} after`);
	if (error) console.log(`  FAILED, nothing measured: ${error}`);
	if (skipped) console.log(`  SKIPPED, nothing measured: ${skipped}`);
	if (lines.length === 0) return;
	const rows = [['', 'median', 'spread', 'figure', '', ''], ...lines.map(cellsOf)];
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	for (const row of rows)
		console.log(`  ${row.map((cell, column) => (column === 1 ? cell.padStart(widths[1]) : cell.padEnd(widths[column]))).join('  ')}`.trimEnd());
	for (const fact of facts) console.log(`  · ${fact}`);
}

/** Prints how many figures are reached; a section that was skipped or failed reaches none. */
export function printSummary({ sections, seconds, machine }) {
	const lines = Object.values(sections).flatMap((section) => section.lines ?? []);
	const judged = lines.filter(({ reached }) => reached !== null);
	const missed = judged.filter(({ reached }) => !reached);
	const without = Object.entries(sections).filter(([, { error, skipped }]) => error || skipped);
	console.log(`\n${judged.length - missed.length} of ${judged.length} figures reached, in ${seconds.toFixed(0)} s`);
	for (const { what } of missed) console.log(`  missed: ${what}`);
	for (const [name, { error }] of without) console.log(`  not measured: ${name} (${error ? 'failed' : 'skipped'})`);
	const load = Math.max(...Object.values(sections).map(({ loadAverage }) => loadAverage.before[0]));
	if (load > machine.cores / 2)
		console.log(`  The machine was busy (load average ${load.toFixed(1)} on ${machine.cores} cores): shares are lower and times longer than on an idle one`);
}
