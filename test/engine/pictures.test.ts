import type { INodeParameters } from 'n8n-workflow';
import { onTheWire } from '../founding/support';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

/** A picture that an answer links to, handed on as a file when that is wanted. */
const used = useSimulator();
const SOUP = '9773cb7eca5d11e7ae7e42010a9a0035';
const get = (options = {}, more = {}): INodeParameters => ({ resource: 'recipe', operation: 'get', recipe: { __rl: true, mode: 'id', value: SOUP }, additionalFields: {}, options, ...more }) as INodeParameters;
const run = async (parameters: INodeParameters) => await runNode({ node: 'whisk', credential: used.credentials.whisk(), parameters, settings: { onError: 'continueRegularOutput' } });
const textOf = (data?: string) => Buffer.from(data ?? '', 'base64').toString();

test.each([['get'], ['getV1']])('%s: it comes with the record, under the name that was given, and without the token', async (operation) => {
	const { out } = await run(get({ imageField: 'photo' }, { operation }));
	expect(out.map(({ binary }) => [Object.keys(binary!), binary!.photo.mimeType, binary!.photo.fileName, textOf(binary!.photo.data)])).toEqual([[['photo'], 'image/jpeg', `${SOUP}.jpg`, `picture of ${SOUP}`]]);
	expect(out[0].json).toMatchObject({ fileName: `${SOUP}.jpg`, mimeType: 'image/jpeg' });
	expect(used.sim.calls.map(({ path, status, headers }) => [path.split('/')[1], status, 'authorization' in headers])).toEqual([[operation === 'get' ? 'recipe' : 'v1', 200, true], ['images', 200, false]]);
});

test('nothing is fetched unless it is asked for, nor where there is none', async () => {
	expect((await run(get())).out[0].binary).toBeUndefined();
	expect((await run(get({ imageField: '' }))).out[0].binary).toBeUndefined();
	const { out } = await run(get({ imageField: 'data' }, { recipe: { __rl: true, mode: 'url', value: 'https://example.com/soup' } }));
	expect([out[0].binary, out[0].json.error]).toEqual([undefined, undefined]);
	expect(used.sim.calls.filter(({ path }) => path.startsWith('/images'))).toEqual([]);
});

const PRODUCTION = { environment: 'production', accessType: 'user', token: 'whisk-token-1' };
const linked = (url: string) => ({ recipe: { id: SOUP, images: [{ url }] } });

test.each(['https://lh3.googleusercontent.com/abc', 'https://res.cloudinary.com/whisk/x.png', 'https://cdn.whisk.com/x.jpg'])('%s is fetched, without a token', async (url) => {
	const { ran, sent } = await onTheWire({ node: 'whisk', credential: { ...PRODUCTION }, parameters: get({ imageField: 'data' }) }, ({ url: asked }) => (asked.includes('/recipe/') ? { status: 200, body: JSON.stringify(linked(url)) } : { status: 200, body: 'bytes', headers: { 'content-type': 'image/png' } }));
	expect(sent.map((one) => [one.url.split('?')[0], one.headers.authorization])).toEqual([['https://api.whisk.com/recipe/v2/get', 'Bearer whisk-token-1'], [url, undefined]]);
	expect(textOf(ran.out[0].binary?.data.data)).toBe('bytes');
});

test.each(['http://res.cloudinary.com/x.png', 'https://publisher.example/x.jpg', 'https://whisk.com.example/x.jpg', 'https://user@cdn.whisk.com/x.jpg', 'file:///etc/passwd', 'x.jpg'])('%s is not fetched, and said', async (url) => {
	const { ran, sent } = await onTheWire({ node: 'whisk', credential: { ...PRODUCTION }, parameters: get({ imageField: 'data' }), settings: { onError: 'continueRegularOutput' } }, () => ({ status: 200, body: JSON.stringify(linked(url)) }));
	expect(sent).toHaveLength(1);
	expect(ran.json[0]).toMatchObject({ error: expect.stringContaining('Whisk links to a file at an address that is not one of its own'), details: { outcome: 'not done' } });
});

test('a web page instead of a picture is no picture', async () => {
	used.sim.fault({ path: '/images', kind: 'html', status: 200, count: 1 });
	expect((await run(get({ imageField: 'data', maxTries: 1 }))).json[0]).toHaveProperty('error');
});
