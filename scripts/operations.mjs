// Prints every operation of the built package as a JSON array: one row per route, so one per API version where there are several.
import { builtTables } from './built.mjs';

const ONLY_VERSION = { value: undefined, prefix: '' };

/** The versions in which an operation exists. */
const versionsOf = ({ versions = [ONLY_VERSION] }, { since }) => versions.filter(({ value }) => !since || value === since);

/** Fields that a version sends; those of a collection stand for it. */
const sentFields = (fields, version) =>
	Object.values(fields)
		.filter((field) => !field.version || field.version === version)
		.flatMap((field) => (field.members ? sentFields(field.members, version) : [field]));

const namesOf = (place) => (place.nameFrom ? place.names : [place.name, ...(place.also ?? [])]);

function params({ fields, list }, version) {
	const names = { path: [], query: [], header: [], body: [] };
	for (const { place } of sentFields(fields, version)) if (place.in !== 'none') names[place.in].push(...namesOf(place));
	const { paging } = list ?? {};
	if (paging && (!paging.version || paging.version === version)) names[paging.in].push(paging.start, 'limit');
	return names;
}

function rows({ table: { api, resources }, description }) {
	return resources.flatMap((resource) =>
		resource.operations.flatMap((operation) => {
			const [method, route] = operation.route.split(' ');
			const path = route.replace(/\{(\w+)\}/g, (_, name) => `{${operation.fields[name].place.name}}`);
			return versionsOf(api, operation).map(({ value, prefix }) => ({
				node: description.name, resource: resource.value, operation: operation.value, name: operation.name, action: operation.action,
				method, host: operation.host ?? api.host, path: prefix + path, params: params(operation, value), credential: api.credential,
				effect: operation.effect, repeat: operation.repeat, status: operation.status ?? null, since: operation.since ?? null,
			}));
		}),
	);
}

console.log(JSON.stringify(builtTables().flatMap(rows), null, '\t'));
