// n8n's own package scan without a network, in both its legs: the sources, and the tarball that would be published.
// Usage: node scripts/scan.mjs [folder]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
import ts from 'typescript';

const root = path.resolve(process.argv[2] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
const BELONGS = [/^dist\/(credentials|engine|nodes)\/.+(?<!\.d)\.(js|json|svg|png)$/, /^(package\.json|README\.md|LICENSE)$/];
const PACKAGES = ['n8n-workflow', 'luxon', 'crypto'];

const filesOf = (folder) =>
	readdirSync(folder, { recursive: true }).filter((file) => statSync(path.join(folder, file)).isFile()).map((file) => file.split(path.sep).join('/')).sort();

function run(command, args, cwd) {
	const { status, error, stderr, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
	if (error || status !== 0) throw new Error(`${command} ${args[0]}: ${error?.message ?? stderr}`);
	return stdout;
}

/** The package as users get it, unpacked below a temporary folder. */
function unpack(temporary) {
	run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', temporary], root);
	const tarball = readdirSync(temporary).find((file) => file.endsWith('.tgz'));
	const folder = path.join(temporary, 'package');
	mkdirSync(folder);
	run('tar', ['-xzf', tarball, '-C', 'package', '--strip-components=1'], temporary);
	return folder;
}

/** What a compiled file loads; a computed name is given as such, as nothing can be said of it. */
function importsOf(file, text) {
	const found = [];
	const visit = (node) => {
		const called = ts.isCallExpression(node) && (node.expression.getText(source) === 'require' || node.expression.kind === ts.SyntaxKind.ImportKeyword);
		const named = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : called ? node.arguments[0] : undefined;
		if (named) found.push(ts.isStringLiteralLike(named) ? named.text : `(computed) ${named.getText(source)}`);
		ts.forEachChild(node, visit);
	};
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
	visit(source);
	return found;
}

/** Imports that a user's n8n could not, or should not, resolve. */
function strayImports(folder, files) {
	return files.filter((file) => file.endsWith('.js')).flatMap((file) =>
		importsOf(file, readFileSync(path.join(folder, file), 'utf8')).filter((name) => {
			if (!/^\.{1,2}\//.test(name)) return !PACKAGES.includes(name);
			const target = path.posix.join(path.posix.dirname(file), name);
			return !['', '.js', '.json', '/index.js'].some((end) => files.includes(target + end));
		}).map((name) => `${file} imports ${name}`),
	);
}

const missingFiles = (folder) => {
	const { n8n } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	return [...n8n.nodes, ...n8n.credentials].filter((file) => !existsSync(path.join(folder, file))).map((file) => `${file} is missing`);
};

const judged = ({ passed, message, details }) => (passed ? [] : [`${message}\n${details ?? ''}`]);

function report(label, problems) {
	console.log(`${problems.length ? 'failed' : 'passed'}  ${label}`);
	for (const problem of problems) console.log(`        ${problem}`);
	if (problems.length) process.exitCode = 1;
}

const temporary = mkdtempSync(path.join(tmpdir(), 'scan-'));
try {
	report('sources: rules of the scan', judged(await analyzePackage(root, SOURCE_FILE_PATTERNS)));
	const folder = unpack(temporary);
	const files = filesOf(folder);
	report('tarball: rules of the scan', judged(await analyzePackage(folder, ['**/*.js', 'package.json'])));
	report(`tarball: only files that belong (${files.length})`, files.filter((file) => !BELONGS.some((pattern) => pattern.test(file))));
	report('tarball: every node and credential named in package.json', missingFiles(folder));
	report(`tarball: imports only its own files and ${PACKAGES.join(', ')}`, strayImports(folder, files));
} finally {
	rmSync(temporary, { recursive: true, force: true });
}
