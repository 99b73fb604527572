import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { execute } from './execute';
import { buildListSearch } from './pickers';
import { buildProperties } from './properties';
import type { Api, Field, Fields, Operation, Resource } from './types';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type PathNames<R extends string> = R extends `${string}{${infer Name}}${infer Rest}` ? Name | PathNames<Rest> : never;

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
	return row as unknown as Operation;
}

/** A resource: its name as people say it, its permanent value, its operations. */
export const resource = (name: string, value: string, operations: Operation[]): Resource => ({ name, value, operations });

export interface NodeTable {
	api: Api;
	resources: readonly Resource[];
	properties: INodeProperties[];
	methods: { listSearch: ReturnType<typeof buildListSearch> };
	execute: (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
}

/** All that a node file needs of its table. */
export const defineNode = (api: Api, resources: readonly Resource[]): NodeTable => ({
	api,
	resources,
	properties: buildProperties(api, resources),
	methods: { listSearch: buildListSearch(api, resources) },
	execute: async (context) => await execute(context, api, resources),
});
