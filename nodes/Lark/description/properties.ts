import type { INodeProperties } from 'n8n-workflow';

import type { Resource } from '../actions/operation';
import { byName } from '../fields/alphabetical';
import { shownFor } from '../fields/shownFor';
import { actAsProperties } from './actAs';

function operationProperty({ value, operations }: Resource): INodeProperties {
	const [{ value: first }] = operations;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations
			.map(({ name, value, action, description }) => ({ name, value, action, description }))
			.sort(byName),
		default: first,
	};
}

/**
 * Builds the node's parameters: Resource, an Operation per resource, Act As where there is a choice,
 * and the fields of each operation, shown only for it.
 */
export function buildProperties(resources: Resource[]): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value }) => ({ name, value })).sort(byName),
			default: 'message',
		},
		...resources.map(operationProperty),
		...resources.flatMap(actAsProperties),
		...resources.flatMap(({ value: resource, operations }) =>
			operations.flatMap(({ value: operation, properties }) =>
				shownFor({ resource: [resource], operation: [operation] }, properties),
			),
		),
	];
}
