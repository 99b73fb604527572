import { runExample } from '../support/examples';
import { useSimulator } from '../support/simulator';

const used = useSimulator();
for (const name of ['stock-update','discontinued-skus','tidy-lists-and-cart'])
test(name, async () => {
	const { ran, rows } = await runExample(name, used.sim);
	const t = Date.now();
	console.log(name, ran.error, Object.entries(rows).map(([k, v]) => k + ' ' + v.length + '\n' + v.slice(0, 12).map((x) => JSON.stringify(x)).join('\n')).join('\n'));
	console.log(JSON.stringify(rows.Report?.filter((x) => x.status === 'failed'), null, 0));
});
