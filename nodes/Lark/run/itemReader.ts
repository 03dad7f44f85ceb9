import {
	NodeHelpers,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeProperties,
	type INodePropertyOptions,
	type NodeParameterValueType,
} from 'n8n-workflow';

import type { LarkClient } from '../../shared/transport/client';
import { idempotencyKey } from '../../shared/transport/idempotency';
import type { Slots } from '../../shared/transport/slots';
import {
	readBoolean,
	readChoice,
	readField,
	readNumber,
	readStrings,
	readText,
} from '../../shared/values';
import type { Operation } from '../actions/operation';
import type { ItemParameters, OperationItem } from '../fields/item';
import { LIMIT_RANGE } from '../fields/returnAll';
import { answerCallback } from './answerCallback';
import { itemFiles } from './itemFiles';
import { isToolRun } from './isToolRun';
import { ownUrlOf } from './ownUrlOf';
import { runKeyOf } from './runKey';
import { waitingOf } from './waiting';

/**
 * Finds fields of an operation by the paths that n8n has for them.
 *
 * @param properties of the operation
 * @param node as it is set up: of several fields with one name, the one is meant that it shows
 * @returns a function from a path, such as `text` or `options.title`, to the field
 */
function propertyFinder(
	properties: INodeProperties[],
	node: INode,
): (path: string) => INodeProperties | undefined {
	const { parameters } = node;
	const isShown = (property: INodeProperties) =>
		NodeHelpers.displayParameter(parameters, property, node, null, parameters);

	function find(among: INodeProperties[], [name, ...rest]: string[]): INodeProperties | undefined {
		const named = among.filter((property) => property.name === name);
		const property = named.length > 1 ? (named.find(isShown) ?? named[0]) : named[0];
		if (rest.length === 0 || !property) return property;
		const { options = [] } = property;
		if (property.type !== 'fixedCollection') return find(options as INodeProperties[], rest);
		const group = options.find((option) => option.name === rest[0]);
		return group && 'values' in group ? find(group.values, rest.slice(1)) : undefined;
	}

	const found = new Map<string, INodeProperties | undefined>();
	return (path) => {
		// A row of a list has a number there, which its property has not.
		if (!found.has(path))
			found.set(path, find(properties, path.replace(/\[\d+\]/g, '').split('.')));
		return found.get(path);
	};
}

/** A row with its values checked; lists and objects in a text stay as they are, for some may be JSON. */
const readRow = (row: IDataObject, fieldOf: (key: string) => INodeProperties | undefined) =>
	Object.fromEntries(
		Object.entries(row).map(([key, value]) => {
			const field = fieldOf(key);
			return [
				key,
				!field || (field.type === 'string' && typeof value === 'object')
					? value
					: readField(field, value),
			];
		}),
	) as IDataObject;

/** Reads parameters of items, and makes items of them. */
export interface ItemReader {
	parameters(itemIndex: number): ItemParameters;
	item(itemIndex: number, lark: LarkClient): OperationItem;
}

/**
 * Prepares what operations see of the incoming items.
 *
 * @param slots for files that are fetched
 */
export function itemReader(
	context: IExecuteFunctions,
	operation: Operation,
	slots: Slots,
): ItemReader {
	const runKey = runKeyOf(context);
	const isTool = isToolRun(context);
	const findProperty = propertyFinder(operation.properties, context.getNode());
	const labelOf = (name: string) => findProperty(name)?.displayName ?? name;

	function parameters(itemIndex: number): ItemParameters {
		const read = (name: string, otherwise: NodeParameterValueType = '', extractValue = false) =>
			context.getNodeParameter(name, itemIndex, otherwise, { extractValue }) as unknown;
		return {
			timeZone: context.getTimezone(),
			string(name) {
				const { type, options, default: first } = findProperty(name) ?? {};
				return type === 'options'
					? String(readChoice(labelOf(name), read(name, first), options as INodePropertyOptions[]))
					: readText(labelOf(name), read(name, '', true));
			},
			boolean: (name) => readBoolean(labelOf(name), read(name, false)),
			strings: (name) => readStrings(labelOf(name), read(name)),
			value: (name) => context.getNodeParameter(name, itemIndex, ''),
			rows: (name) =>
				[(context.getNodeParameter(name, itemIndex, []) ?? []) as IDataObject | IDataObject[]]
					.flat()
					.map((row) => readRow(row, (key) => findProperty(`${name}.${key}`))),
			limit(within) {
				const at = (name: string) => (within ? `${within}.${name}` : name);
				const { default: byDefault } = findProperty(at('limit')) ?? {};
				return readBoolean('Return All', read(at('returnAll'), false))
					? undefined
					: readNumber('Limit', read(at('limit'), byDefault), LIMIT_RANGE);
			},
			collection: (name) => context.getNodeParameter(name, itemIndex, {}) as IDataObject,
			option(property) {
				const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
				const value = options[property.name];
				return value === undefined ? undefined : readField(property, value);
			},
		};
	}

	return {
		parameters,
		item: (itemIndex, lark) => ({
			...parameters(itemIndex),
			lark,
			isTool,
			get ownUrl() {
				return ownUrlOf(context, itemIndex);
			},
			uuid: (...parts) => idempotencyKey([...runKey, itemIndex, ...parts]),
			files: itemFiles(context, itemIndex, labelOf, slots),
			answerCallback: async (answer) => await answerCallback(context, itemIndex, answer),
			waiting: waitingOf(context),
		}),
	};
}
