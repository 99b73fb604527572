import { runNode, runPicker } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();

test('inventory lists are read', async () => {
	const ran = await runNode({ node: 'crux', credential: used.credentials.retailer(), parameters: { apiVersion: 'timp', resource: 'inventoryList', operation: 'getAll', returnAll: true } });
	console.log(ran.error, JSON.stringify(ran.json).slice(0, 500));
	const picked = await runPicker({ node: 'crux', credential: used.credentials.retailer(), parameters: { apiVersion: 'timp' } }, 'searchInventoryLists');
	console.log(JSON.stringify(picked));
});
