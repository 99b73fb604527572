// Guards what npm ci needs: lockfiles without download addresses and with every optional native part, and a package.json
// that n8n accepts. Usage: node scripts/check-lockfile.mjs [--fix] [folder]   --fix takes the addresses out
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const fix = process.argv.includes('--fix');
const given = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const root = path.resolve(given ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
const problems = [];

const ADDRESS = /^(https?|git(\+\w+)?):/;

/** Download addresses: they would tie the install to the registry of whoever wrote the lockfile. */
function addresses(file, text) {
	const lines = text.split('\n').flatMap((line, index) => (/"resolved": "(https?|git)/.test(line) ? [`${file}:${index + 1}: a download address ("resolved"); --fix takes it out`] : []));
	if (!fix || !lines.length) return lines;
	const lock = JSON.parse(text, (key, value) => (key === 'resolved' && ADDRESS.test(value) ? undefined : value));
	writeFileSync(path.join(root, file), `${JSON.stringify(lock, null, '\t')}\n`);
	console.log(`${file}: ${lines.length} download addresses taken out`);
	return [];
}

/** Optional parts that npm left out of the lockfile because the registry did not hold them: npm ci refuses such a lockfile. */
function missingParts(file, { packages }) {
	const names = new Set(Object.keys(packages).map((key) => key.split('node_modules/').pop()));
	return Object.entries(packages).flatMap(([key, { version, optionalDependencies = {} }]) => {
		const missing = Object.keys(optionalDependencies).filter((name) => !names.has(name));
		return missing.length ? [`${file}: ${key || 'the package itself'} ${version ?? ''} lacks ${missing.join(', ')}`] : [];
	});
}

for (const file of ['package-lock.json', 'e2e/package-lock.json']) {
	const text = readFileSync(path.join(root, file), 'utf8');
	problems.push(...addresses(file, text), ...missingParts(file, JSON.parse(text)));
}

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
for (const key of ['dependencies', 'optionalDependencies', 'bundleDependencies', 'bundledDependencies', 'overrides']) {
	if (manifest[key] !== undefined) problems.push(`package.json: "${key}" is not allowed in a package that n8n verifies`);
}
for (const script of ['prepare', 'preinstall', 'install', 'postinstall']) {
	if (manifest.scripts?.[script] !== undefined) problems.push(`package.json: script "${script}" would run on the user's machine`);
}

for (const problem of problems) console.error(problem);
if (!problems.length) console.log('lockfiles and package.json: in order');
process.exitCode = problems.length ? 1 : 0;
