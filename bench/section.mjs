// One section in a process of its own: its name and the folder of the package to measure as arguments.
const [name, root] = process.argv.slice(2);

try {
	const { measure } = await import(`./sections/${name}.mjs`);
	process.send(await measure(root), () => process.exit());
} catch (error) {
	process.send({ error: error.stack }, () => process.exit(1));
}
