// What the built package holds: found by walking dist, so that a new node is taken up without being named anywhere.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'dist/nodes');

function filesOf(pattern) {
	if (!existsSync(folder)) throw new Error('dist/nodes is missing: run "npm run build" first');
	return readdirSync(folder, { recursive: true }).filter((file) => pattern.test(file)).sort().map((file) => path.join(folder, file));
}

/** Every node and trigger: class name and a fresh instance. */
export const builtNodes = () =>
	filesOf(/\.node\.js$/).map((file) => {
		const name = path.basename(file).split('.')[0];
		const Type = require(file)[name];
		if (!Type) throw new Error(`${path.relative(root, file)} exports no class ${name}`);
		return { file, name, node: new Type() };
	});

/** Every table with the description of its node: the node beside it that shows the table's properties. */
function tablesIn(pattern) {
	const nodes = builtNodes();
	return filesOf(pattern).flatMap((file) =>
		Object.values(require(file)).map((table) => {
			const owner = nodes.find((one) => path.dirname(one.file) === path.dirname(file) && one.node.description.properties === table.properties);
			if (!owner) throw new Error(`${path.relative(root, file)} belongs to no node beside it`);
			return { table, description: owner.node.description };
		}),
	);
}

export const builtTables = () => tablesIn(/(^|[\\/])table\.js$/);
export const builtTriggers = () => tablesIn(/(^|[\\/])triggerTable\.js$/);

/** A module of the built engine. */
export const engine = (name) => require(path.join(root, 'dist/engine', `${name}.js`));
