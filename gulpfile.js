const { dest, series, src } = require('gulp');
const fs = require('node:fs');
const path = require('node:path');

const published = ['credentials', 'engine', 'nodes'];
const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const filesOf = (folder) => fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.posix.join(entry.parentPath ?? entry.path, entry.name));

/** n8n-node copies every picture and schema of the repository: only what is published stays. */
async function prune() {
	for (const entry of fs.readdirSync('dist')) if (!published.includes(entry)) fs.rmSync(path.join('dist', entry), { recursive: true });
}

const icons = () => src('{nodes,credentials}/**/*.{svg,png}', { encoding: false }).pipe(dest('dist'));

/** The icon files that a built node or credential names, relative to the folder of its file. */
function iconsOf(file) {
	const [[, Type]] = Object.entries(require(path.resolve(file)));
	const type = new Type();
	const icon = (type.description ?? type).icon;
	if (!icon?.light || !icon?.dark) throw new Error(`${file} needs a light and a dark icon`);
	return Object.values(icon).map((name) => path.posix.join(path.posix.dirname(file), name.replace(/^file:/, '')));
}

function verifyListed(listed) {
	for (const file of listed) if (!fs.existsSync(file)) throw new Error(`${file} stands in package.json and is missing in dist`);
	const built = filesOf('dist').filter((file) => /\.(node|credentials)\.js$/.test(file));
	for (const file of built) if (!listed.includes(file)) throw new Error(`${file} is built and missing in package.json`);
}

/** Fails the build when dist is not what n8n will load: a missing file, icon or codex, broken JSON, or a stray file. */
async function verify() {
	const { name, n8n } = read('package.json');
	const listed = [...n8n.nodes, ...n8n.credentials];
	verifyListed(listed);
	for (const file of listed) for (const icon of iconsOf(file)) if (!fs.existsSync(icon)) throw new Error(`${icon}, an icon of ${file}, is missing in dist`);
	for (const file of n8n.nodes) {
		const codex = file.replace(/\.js$/, '.json');
		if (!fs.existsSync(codex)) throw new Error(`${codex}, the codex of ${file}, is missing in dist`);
		if (!read(codex).node.startsWith(`${name}.`)) throw new Error(`${codex} names another package`);
	}
	for (const file of filesOf('dist')) {
		if (!/\.(js|d\.ts|js\.map|json|svg|png)$/.test(file)) throw new Error(`${file} does not belong in dist`);
		if (file.endsWith('.json')) read(file);
		if (file.endsWith('.json') && !/\.node\.json$|\/__schema__\//.test(file)) throw new Error(`${file} does not belong in dist: only codex files and schemas are published`);
	}
}

exports.default = series(prune, icons, verify);
