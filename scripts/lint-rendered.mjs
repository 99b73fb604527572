// Lints node descriptions as n8n's rules want to read them: as literal text, which a table hides from them.
// Usage: node scripts/lint-rendered.mjs [description.json …]   without a file: every built node
import { readFileSync } from 'node:fs';
import path from 'node:path';
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { builtNodes, root } from './built.mjs';

// In a test run the plugin takes every file for every kind of file; jest's children inherit the mark of one.
delete process.env.NODE_ENV;
const { default: plugin } = await import('eslint-plugin-n8n-nodes-base');

const rules = {
	...Object.fromEntries(Object.keys(plugin.configs.nodes.rules).map((name) => [name, 'error'])),
	// n8n's own lint turns these three off: inputs and outputs may be enums, an API may have a true maximum.
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
};

const eslint = new ESLint({
	cwd: root, overrideConfigFile: true, allowInlineConfig: false,
	overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser }, plugins: { 'n8n-nodes-base': plugin }, rules }],
});

/** The class that holds a description; keys go without quotes, as the rules compare identifiers. */
const render = (name, description) => `import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

export class ${name} implements INodeType {
	description: INodeTypeDescription = ${JSON.stringify(description, null, '\t').replace(/^(\t*)"([A-Za-z_]\w*)":/gm, '$1$2:')};
}
`;

/** One line per broken rule. */
async function lint({ name, description }) {
	const text = render(name, description);
	const lines = text.split('\n');
	const [{ messages }] = await eslint.lintText(text, { filePath: path.join(root, 'nodes', name, `${name}.node.ts`) });
	return messages.map(({ ruleId, message, line }) => `${name}: ${ruleId ?? 'broken text'}: ${message} | ${lines[line - 1].trim().slice(0, 80)}`);
}

const className = (file) => path.basename(file).split('.')[0];
const files = process.argv.slice(2);
const described = files.length
	? files.map((file) => ({ name: className(file), description: JSON.parse(readFileSync(file, 'utf8')) }))
	: builtNodes().map(({ name, node }) => ({ name, description: node.description }));

const found = (await Promise.all(described.map(lint))).flat();
for (const line of found) console.log(line);
console.log(`${described.length} descriptions, ${found.length} broken rules`);
process.exitCode = found.length || !described.length ? 1 : 0;
