import type { Operation } from './types';

interface Branch {
	literal: Map<string, Branch>;
	/** Parameters, by what follows them in their segment, such as `.json`. */
	params: Map<string, Branch>;
	operations: Map<string, Operation>;
}

/** What the path leads to, without regard to the method. */
export interface Route {
	operations: Map<string, Operation>;
	values: string[];
}

const newBranch = (): Branch => ({ literal: new Map(), params: new Map(), operations: new Map() });

const isParam = (segment: string) => segment.startsWith('{');

const endOf = (segment: string) => segment.slice(segment.indexOf('}') + 1);

/** The routes of one API (of one host): paths are matched segment by segment, a closing slash counts. */
export class Routes {
	private readonly root = newBranch();

	add(operation: Operation): void {
		let branch = this.root;
		for (const segment of operation.path.split('/')) {
			if (isParam(segment)) {
				const next = branch.params.get(endOf(segment)) ?? newBranch();
				branch.params.set(endOf(segment), next);
				branch = next;
			} else {
				const next = branch.literal.get(segment) ?? newBranch();
				branch.literal.set(segment, next);
				branch = next;
			}
		}
		branch.operations.set(operation.method, operation);
	}

	find(path: string): Route | undefined {
		return walk(this.root, path.split('/'), 0, []);
	}
}

function walk(branch: Branch, segments: string[], at: number, values: string[]): Route | undefined {
	if (at === segments.length) return branch.operations.size > 0 ? { operations: branch.operations, values } : undefined;
	const segment = segments[at];
	const literal = branch.literal.get(segment);
	const found = literal && walk(literal, segments, at + 1, values);
	if (found || segment === '') return found;
	for (const [end, next] of branch.params) {
		const value = segment.slice(0, segment.length - end.length);
		const below = segment.endsWith(end) && value !== '' ? walk(next, segments, at + 1, [...values, value]) : undefined;
		if (below) return below;
	}
	return undefined;
}

/** The path parameters of an operation, decoded; undefined when one cannot be decoded. */
export function paramsOf(operation: Operation, values: string[]): Record<string, string> | undefined {
	const names = operation.path
		.split('/')
		.filter(isParam)
		.map((segment) => segment.slice(1, segment.indexOf('}')));
	try {
		return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index])]));
	} catch {
		return undefined;
	}
}
