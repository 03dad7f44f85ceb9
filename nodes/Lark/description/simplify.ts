import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../actions/operation';

const simpleProperty: INodeProperties = {
	displayName: 'Simplify',
	name: 'simple',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const isOptional = ({ type }: INodeProperties) => type === 'collection';

/**
 * Gives an operation that has a `simplify` the switch for it, where n8n has it: last, but before the
 * optional fields. Other operations stay as they are.
 */
export function withSimplify(operation: Operation): Operation {
	const { properties, simplify } = operation;
	if (!simplify) return operation;
	return {
		...operation,
		properties: [
			...properties.filter((property) => !isOptional(property)),
			simpleProperty,
			...properties.filter(isOptional),
		],
		async execute(item) {
			const isSimple = item.boolean('simple');
			const result = await operation.execute(item);
			if (!isSimple) return result;
			return [result].flat().map((record) => simplify(record as IDataObject, item));
		},
	};
}
