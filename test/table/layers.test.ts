import * as ts from 'typescript';
import { filesIn, textOf } from './load.js';

/** Packages that exist in every n8n. */
const PACKAGES = ['n8n-workflow', 'luxon', 'crypto'];
/** Ways to send a request: only the engine may. */
const SENDERS = /^(httpRequest\w*|request(WithAuthentication|OAuth[12])|fetch|axios|XMLHttpRequest)$/;
const LONGEST_BODY = 10;

const files = filesIn(['credentials', 'engine', 'nodes'], /\.ts$/);
const each = test.each(files);

const parse = (file: string): ts.SourceFile => ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
	visit(node);
	ts.forEachChild(node, (child) => walk(child, visit));
}

/** What a file imports, types too: paths in the repository, or names of packages. */
const importsOf = (file: string): string[] =>
	ts.preProcessFile(textOf(file), true, true).importedFiles.map(({ fileName }) => (fileName.startsWith('.') ? new URL(fileName, `file:///${file}`).pathname.slice(1) : fileName));

/** nodes/Crux of nodes/Crux/resources/sku; engine of engine/send. */
const areaOf = (file: string): string => file.split('/').slice(0, file.startsWith('nodes/') ? 2 : 1).join('/');
const services = [...new Set(filesIn(['nodes'], /\.ts$/).map(areaOf))];

function mayImport(from: string): string[] {
	if (from === 'engine') return ['engine'];
	return from === 'credentials' ? ['engine', ...services] : [from, 'engine'];
}

test('there are three services and an engine to look at', () => {
	expect(services).toEqual(expect.arrayContaining(['nodes/Crux', 'nodes/Ebay', 'nodes/Whisk']));
	expect(files.length).toBeGreaterThan(40);
});

each('%s imports only its own area, the engine and what every n8n has', (file) => {
	const own = mayImport(areaOf(file));
	const strange = importsOf(file).filter((name) => ![...own, ...PACKAGES].includes(PACKAGES.includes(name) ? name : areaOf(name)));
	expect(strange).toEqual([]);
});

test.each(filesIn(['credentials'], /\.ts$/))('%s belongs to one service', (file) => {
	const named = new Set(importsOf(file).map(areaOf).filter((area) => services.includes(area)));
	expect(named.size).toBeLessThanOrEqual(1);
});

each('%s sends nothing by itself, or is the engine', (file) => {
	if (areaOf(file) === 'engine') return;
	const senders: string[] = [];
	walk(parse(file), (node) => {
		if (ts.isIdentifier(node) && SENDERS.test(node.text)) senders.push(node.text);
	});
	expect(senders).toEqual([]);
});

/** What a file of the engine imports from its neighbours, types too. */
const neighboursOf = (file: string): string[] => {
	const found: string[] = [];
	ts.forEachChild(parse(file), (node) => {
		if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text.startsWith('./')) found.push(`engine/${node.moduleSpecifier.text.slice(2)}.ts`);
	});
	return found;
};

/** Files that come back to themselves by way of their imports. */
function circleFrom(file: string, way: string[] = [], done = new Set<string>()): string[] {
	if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
	if (done.has(file)) return [];
	done.add(file);
	for (const next of neighboursOf(file)) {
		const circle = circleFrom(next, [...way, file], done);
		if (circle.length) return circle;
	}
	return [];
}

test('imports inside the engine go one way', () => {
	const engine = filesIn(['engine'], /\.ts$/);
	expect(engine.flatMap(neighboursOf).length).toBeGreaterThan(50);
	expect(engine.map((file) => circleFrom(file)).filter((circle) => circle.length)).toEqual([]);
});

test('the engine sends: what is looked for above is what it uses', () => {
	const found = filesIn(['engine'], /\.ts$/).flatMap((file) => {
		const names: string[] = [];
		walk(parse(file), (node) => {
			if (ts.isIdentifier(node) && SENDERS.test(node.text)) names.push(node.text);
		});
		return names;
	});
	expect(found.length).toBeGreaterThan(0);
});

test.each(filesIn(['engine'], /\.ts$/))('%s knows no service', (file) => {
	expect(textOf(file)).not.toMatch(/crux|timpanogos|whisk|ebay/i);
});

test.each(filesIn(['nodes'], /\/resources\/.*\.ts$/))('%s has no long function but a run', (file) => {
	const source = parse(file);
	const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
	const long: string[] = [];
	walk(source, (node) => {
		if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
		const holder = ts.isPropertyAssignment(node.parent) ? node.parent.name.getText() : node.name?.getText();
		const lines = lineOf(node.body.getEnd()) - lineOf(node.body.getStart()) + 1;
		const inside = ts.isBlock(node.body) ? lines - 2 : lines;
		if (inside > LONGEST_BODY && holder !== 'run') long.push(`line ${lineOf(node.getStart())}: ${inside} lines`);
	});
	expect(long).toEqual([]);
});
