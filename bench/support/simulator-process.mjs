// The simulator in a process of its own, signed in.
import { startSimulator } from '../../simulator/server.ts';

const { urls, demo, state } = await startSimulator();
const answer = await fetch(`${urls.crux}/timp/organizations/user-login/`, {
	method: 'POST',
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(demo.cruxSupplier),
});
const { auth_token: token } = await answer.json();
process.on('disconnect', () => process.exit());
process.send({ url: urls.crux, token, skus: [...state.crux.skus.values()].map(({ sku_id: id }) => id) });
