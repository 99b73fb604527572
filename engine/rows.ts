import { leftEmpty } from './fields';
import type { Field, Fields, Method, Operation, Resource } from './types';

type Named<N extends string> = N extends `+${infer Name}` ? Name : N;
type PathNames<R extends string> = R extends `${string}{${infer Name}}${infer Rest}` ? Named<Name> | PathNames<Rest> : never;

/** The type of each field's value, by parameter name. */
export type ValuesOf<F> = { [K in keyof F]: F[K] extends Field<infer V> ? V : never };

type Row<R extends string, F> = Omit<Operation, 'route' | 'fields' | 'echo' | 'lane' | 'outputs'> & {
	route: R;
	fields: F;
	echo?: (values: ValuesOf<F>) => ReturnType<NonNullable<Operation['echo']>>;
	lane?: ReadonlyArray<keyof F & string>;
	outputs?: ReadonlyArray<Omit<NonNullable<Operation['outputs']>[number], 'replace'> & { replace?: (values: ValuesOf<F>) => ReturnType<NonNullable<Operation['echo']>> }>;
};

/** One operation: a row of the table. Every `{parameter}` of the route must be a field. */
export function op<const R extends `${Method} /${string}`, F extends Record<PathNames<R>, Field> & Fields>(row: Row<R, F>): Operation {
	const fields = Object.fromEntries(Object.entries(row.fields as Fields).map(([name, field]) => [name, leftEmpty(field)]));
	return { ...row, fields } as unknown as Operation;
}

/** A row of a resource by its value: the read that a trigger asks, a step of several writes. */
export const rowOf = ({ operations }: Resource, value: string): Operation => operations.find((row) => row.value === value)!;

/** What AI agents do not get: pages for the staff of the service, and those that it does not publish. */
export const isForPeople = ({ status }: Pick<Operation, 'status'>): boolean => status === 'internal' || status === 'hidden';

/** A resource: its name as people say it, its permanent value, its operations. */
export const resource = (name: string, value: string, operations: Operation[]): Resource => ({ name, value, operations });
