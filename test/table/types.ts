// Mistakes that the compiler must find: a line below that compiles without its error fails `npm run typecheck`.
import { body, integer, path, text } from '../../engine/fields';
import { op } from '../../engine/rows';

const words = { value: 'get', name: 'Get', action: 'Get thing', description: 'Retrieve a thing', effect: 'read', repeat: 'absolute' } as const;
const thing = path('thing_id', text({ label: 'Thing', required: true }));
const amount = body('amount', integer({ label: 'Amount' }));

export const sound = op({
	...words, route: 'POST /things/{thing}/', fields: { thing, amount }, lane: ['thing'],
	echo: ({ thing: id, amount: pieces }) => ({ id: id.toLowerCase(), pieces: pieces.toFixed() }),
	outputs: [{ value: 'id', name: 'ID', description: 'Only what was asked', replace: ({ thing: id }) => ({ id }) }],
});

export const faults = [
	// @ts-expect-error a parameter of the route has no field
	op({ ...words, route: 'GET /things/{thing}/', fields: {} }),

	// @ts-expect-error one of two parameters of the route has no field
	op({ ...words, route: 'GET /things/{thing}/parts/{part}', fields: { thing } }),

	// @ts-expect-error a route starts with a known method
	op({ ...words, route: 'FETCH /things/{thing}/', fields: { thing } }),

	// @ts-expect-error a route is a path, not an address
	op({ ...words, route: 'GET https://example.com/things/{thing}/', fields: { thing } }),

	// @ts-expect-error the echo reads a value that no field gives
	op({ ...words, route: 'GET /things/{thing}/', fields: { thing }, echo: ({ other }) => ({ other }) }),

	// @ts-expect-error the echo takes a number for text
	op({ ...words, route: 'POST /things/', fields: { amount }, echo: ({ amount: pieces }) => ({ pieces: pieces.toLowerCase() }) }),

	// @ts-expect-error the lane names a field that the row does not have
	op({ ...words, route: 'GET /things/{thing}/', fields: { thing }, lane: ['other'] }),

	// @ts-expect-error an output reads a value that no field gives
	op({ ...words, route: 'GET /things/', fields: {}, outputs: [{ value: 'id', name: 'ID', description: 'Only what was asked', replace: ({ other }) => ({ other }) }] }),

	// @ts-expect-error an operation says what it changes
	op({ value: 'get', name: 'Get', action: 'Get thing', description: 'Retrieve a thing', repeat: 'absolute', route: 'GET /things/', fields: {} }),

	// @ts-expect-error an operation says what a second sending does
	op({ value: 'get', name: 'Get', action: 'Get thing', description: 'Retrieve a thing', effect: 'read', route: 'GET /things/', fields: {} }),

	// @ts-expect-error a repeat is one of the named kinds
	op({ ...words, route: 'GET /things/', fields: {}, repeat: 'sometimes' }),
];
