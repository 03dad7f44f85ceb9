import type { INodeProperties } from 'n8n-workflow';

import type { Resource } from '../actions/operation';
import { byName } from '../fields/alphabetical';
import { shownFor } from '../fields/shownFor';
import { actAsProperties } from './actAs';

/** What most people come for stands above the rest of a list: n8n has no search there for community nodes. */
const RESOURCES_ON_TOP = ['message'];
const OPERATIONS_ON_TOP: Record<string, string[] | undefined> = {
	message: ['send', 'reply', 'sendAndWait'],
};

function withOnTop<Choice extends { name: string; value: string }>(
	choices: Choice[],
	onTop: string[] = [],
): Choice[] {
	const rank = ({ value }: Choice) => (onTop.includes(value) ? onTop.indexOf(value) : onTop.length);
	return choices.sort((a, b) => rank(a) - rank(b) || byName(a, b));
}

function operationProperty({ value, operations }: Resource): INodeProperties {
	const [{ value: first }] = operations;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: withOnTop(
			operations.map(({ name, value, action, description }) => ({
				name,
				value,
				action,
				description,
			})),
			OPERATIONS_ON_TOP[value],
		),
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
			options: withOnTop(
				resources.map(({ name, value }) => ({ name, value })),
				RESOURCES_ON_TOP,
			),
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
