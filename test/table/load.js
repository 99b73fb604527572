// Finds and loads what the folders hold, so that a new node or credential is tested without being named here.
const { fs, path, root } = require('../support/host.js');

/** @typedef {import('n8n-workflow').INodeTypeDescription} Description */
/** @typedef {import('n8n-workflow').ICredentialType} Credential */
/** @typedef {import('../../engine/table').NodeTable} NodeTable */
/** @typedef {import('../../engine/triggerTable').TriggerTable} TriggerTable */

const SKIPPED = /(^|\/)(node_modules|dist)\//;

/**
 * Files below folders of the repository, by their path in it.
 * @param {string[]} folders
 * @param {RegExp} pattern
 * @returns {string[]}
 */
function filesIn(folders, pattern) {
	return folders.flatMap((folder) =>
		fs.readdirSync(path.join(root, folder), { encoding: 'utf8', recursive: true })
			.map((file) => `${folder}/${file.split(path.sep).join('/')}`)
			.filter((file) => pattern.test(file) && !SKIPPED.test(file))
			.sort(),
	);
}

/** @param {string} file @returns {string} */
const textOf = (file) => fs.readFileSync(path.join(root, file), 'utf8');

/** @param {string} file */
const jsonOf = (file) => JSON.parse(textOf(file));

/** @param {string} file @returns {boolean} */
const exists = (file) => fs.existsSync(path.join(root, file));

/** @param {string} file @returns {Record<string, any>} */
const moduleOf = (file) => require(path.join(root, file));

/** @param {string} file */
const classNameOf = (file) => path.basename(file).split('.')[0];

/**
 * The classes that files export under the name n8n looks for, made once.
 * @param {string} folder
 * @param {RegExp} pattern
 */
const instancesIn = (folder, pattern) =>
	filesIn([folder], pattern).map((file) => {
		const name = classNameOf(file);
		const Type = moduleOf(file)[name];
		if (!Type) throw new Error(`${file} exports no class ${name}`);
		return { file, name, made: new Type() };
	});

/** @type {Array<{ file: string, name: string, description: Description, methods: any, made: any }>} */
const nodeTypes = instancesIn('nodes', /\.node\.ts$/).map(({ file, name, made }) => ({ file, name, description: made.description, methods: made.methods, made }));

/** @type {Array<{ file: string, name: string, type: Credential }>} */
const credentialTypes = instancesIn('credentials', /\.credentials\.ts$/).map(({ file, name, made }) => ({ file, name, type: made }));

/** Tables with their nodes. @param {RegExp} pattern @returns {any[]} */
const tablesIn = (pattern) => filesIn(['nodes'], pattern).flatMap((file) =>
	Object.values(moduleOf(file)).map((table) => {
		const owner = nodeTypes.find((one) => path.dirname(one.file) === path.dirname(file) && one.description.properties === table.properties);
		if (!owner) throw new Error(`${file} belongs to no node beside it`);
		return { file, table, description: owner.description };
	}),
);

/** @type {Array<{ file: string, table: NodeTable, description: Description }>} */
const tables = tablesIn(/\/table\.ts$/);

/** @type {Array<{ file: string, table: TriggerTable, description: Description }>} */
const triggers = tablesIn(/\/triggerTable\.ts$/);

module.exports = { classNameOf, credentialTypes, exists, filesIn, jsonOf, nodeTypes, tables, textOf, triggers };
