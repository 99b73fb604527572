import { openWire } from './wire.js';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';
const used = useSimulator();
test('probe', async () => {
	const wire = await openWire(() => ({ status: 204 }));
	const ran = await runNode({ node: 'crux', credential: { environment: 'production', authentication: 'token', token: 'abcdefgh', sessionToken: '' }, parameters: { apiVersion: 'v1', resource: 'order', operation: 'cancelItem', order: { __rl: true, mode: 'list', value: '' }, lineItem: { __rl: true, mode: 'id', value: '7210fcdf-0248-469e-8cf0-720e6bc9063a' }, options: {} } });
	console.log(JSON.stringify(wire.sent, null, 1), ran.error, JSON.stringify(ran.out));
	await wire.close();
});
test('err', async () => {
	used.sim.fault({ path: 'cancel', status: 422, body: '' });
	const ran = await runNode({ node: 'crux', credential: used.credentials.retailer(), parameters: { apiVersion: 'v1', resource: 'order', operation: 'cancelItem', order: { __rl: true, mode: 'list', value: '' }, lineItem: { __rl: true, mode: 'id', value: '7210fcdf-0248-469e-8cf0-720e6bc9063a' }, options: {} } });
	console.log(JSON.stringify(ran.run.data.resultData, null, 1), used.sim.calls);
});
