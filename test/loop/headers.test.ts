import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED, full, sample } from '../support/inputs';
import { fieldsOf, versionedRows } from '../table/rows';
import { callsOf, runOne, startOver, useLoop } from './run';

const used = useLoop();

const cases = versionedRows.flatMap((row) =>
	fieldsOf(row.operation.fields).flatMap(([name, { place, control }]) => (place.in === 'header' && control.type === 'string' ? [[row.id, name, row, place.name] as const] : [])),
);

/** The parameters with one value replaced, also below a collection. */
function replaced(input: INodeParameters, [name, ...rest]: string[], value: string): INodeParameters {
	return { ...input, [name]: rest.length ? replaced(input[name] as INodeParameters, rest, value) : value };
}

// letters that HTTP cannot carry in a header, and the line break that would begin another one
const strange = fc.constantFrom('Łódź', 'contextualLocation=zip%3D19406, 東京', 'fr\r\nX-Other: 1');

test.each(cases)('%s %s: what a header cannot carry is refused before anything is sent, or arrives whole', async (_, name, row, header) => {
	await fc.assert(fc.asyncProperty(strange, async (value) => {
		startOver(used.sim);
		const { json } = await runOne(row, used.sim, replaced(sample(full(row, used.sim)), name.split('.'), value), { onError: 'continueRegularOutput' });
		const [call] = callsOf(used.sim);
		if (call) expect(call.headers[header.toLowerCase()]).toBe(value);
		else expect((json[0].details as IDataObject).outcome).toBe('not sent');
	}), { seed: SEED, numRuns: 6, endOnFailure: true });
});
