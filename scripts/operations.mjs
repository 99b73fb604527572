// Prints every operation of the built package as a JSON array: one row per route, so one per API version where there are
// several. Calls of the user's own have no route and are left out, and so is what puts several reads or writes together: it
// stands for none of their routes.
import { builtTables, engine } from './built.mjs';

const { versionsOf } = engine('plan');
const ONLY_VERSION = { value: undefined, prefix: '' };

/** Fields that a version sends; those of a collection stand for it. */
const sentFields = (fields, version) =>
	Object.values(fields)
		.filter((field) => !field.version || field.version === version)
		.flatMap((field) => (field.members ? sentFields(field.members, version) : [field]));

const below = (parent, name) => [parent, name].filter(Boolean).join('.').replace(/\.\d+(?=\.|$)/g, '[]');
const namesOf = (place) => (place.nameFrom ? place.names : [place.name, ...(place.also ?? [])]);

/** Members of an object that one control makes of a text, such as an amount with its currency. */
function partsOf({ control, read }) {
	if (control.type !== 'string' && control.type !== 'dateTime') return [];
	try {
		const made = read(control.type === 'dateTime' ? '2026-01-02' : '1.50', { values: {}, credentials: {}, timezone: 'UTC' });
		return typeof made === 'object' && !Array.isArray(made) ? Object.keys(made) : [];
	} catch {
		return [];
	}
}

/** A field's own names, those of the members of a list that it makes, as `list[].member`, and those of an object. */
function namesIn(field, version, parent) {
	const own = namesOf(field.place).map((name) => (field.place.in === 'body' ? below(parent, name) : name));
	const members = field.control.type === 'fixedCollection' && field.inner ? sentFields(field.inner, version) : [];
	return [...own, ...own.flatMap((name) => [...members.flatMap((member) => namesIn(member, version, `${name}[]`)), ...partsOf(field).map((part) => `${name}.${part}`)])];
}

/** Where a field of the body stands: in the entry of its item where many items go into one call, or in the body itself. */
const parentOf = ({ gather }, { place }) =>
	!gather || gather.union || place.in !== 'body' || (place.name && (gather.shared ?? []).includes(place.name.split('.')[0])) ? '' : `${gather.into ?? ''}[]`;

function params(operation, version) {
	const { fields, list, gather, encoding, fixed = {}, mask } = operation;
	const names = { path: [], query: [], header: [], body: [] };
	for (const field of sentFields(fields, version)) {
		const isRaw = encoding === 'raw' && field.place.in === 'body';
		if (field.place.in in names && !isRaw) names[field.place.in].push(...namesIn(field, version, parentOf(operation, field)));
	}
	names.query.push(...Object.keys(fixed));
	if (mask) names.body.push(mask.into);
	if (gather?.into && !gather.union) names.body.unshift(gather.into);
	const { paging } = list ?? {};
	if (paging && (!paging.version || paging.version === version)) names[paging.in].push(...(paging.at ? [paging.at] : []), paging.limit);
	return names;
}

function rows({ table: { api, resources }, description }) {
	return resources.flatMap((resource) =>
		resource.operations.filter(({ own, parts, steps }) => !own && !parts && !steps).flatMap((operation) => {
			const [method, route] = operation.route.split(' ');
			const path = route.replace(/\{(\w+)\}/g, (_, name) => `{${operation.fields[name].place.name}}`);
			return (api.versions ? versionsOf(api, operation) : [ONLY_VERSION]).map(({ value, prefix }) => ({
				node: description.name, resource: resource.value, operation: operation.value, name: operation.name, action: operation.action,
				method, host: operation.host ?? api.host, path: prefix + path, params: params(operation, value), credential: api.credential,
				effect: operation.effect, repeat: operation.repeat, status: operation.status ?? null, since: operation.since ?? null,
			}));
		}),
	);
}

console.log(JSON.stringify(builtTables().flatMap(rows), null, '\t'));
