import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyOptions,
	NodeParameterValueType,
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
import { LIMIT_RANGE } from './common/returnAll';
import { fieldFinder } from './fieldAt';
import { itemFiles } from './itemFiles';
import type { Operation, OperationItem } from './operation';
import { runIdentity } from './runIdentity';

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

/**
 * Prepares what operations see of the incoming items.
 *
 * @param slots for files that are fetched
 * @returns a function from an item's index and its client to the item; without a client, only its parameters can be read
 */
export function itemReader(
	context: IExecuteFunctions,
	operation: Operation,
	slots: Slots,
): (itemIndex: number, lark?: LarkClient) => OperationItem {
	const run = runIdentity(context);
	const fieldAt = fieldFinder(operation.properties, context.getNode());
	const labelOf = (name: string) => fieldAt(name)?.displayName ?? name;
	return (itemIndex, lark) => {
		const read = (name: string, otherwise: NodeParameterValueType = '', extractValue = false) =>
			context.getNodeParameter(name, itemIndex, otherwise, { extractValue }) as unknown;
		return {
			lark: lark as LarkClient,
			timeZone: context.getTimezone(),
			string(name) {
				const { type, options, default: first } = fieldAt(name) ?? {};
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
					.map((row) => readRow(row, (key) => fieldAt(`${name}.${key}`))),
			limit(within) {
				const at = (name: string) => (within ? `${within}.${name}` : name);
				const { default: byDefault } = fieldAt(at('limit')) ?? {};
				return readBoolean('Return All', read(at('returnAll'), false))
					? undefined
					: readNumber('Limit', read(at('limit'), byDefault), LIMIT_RANGE);
			},
			collection: (name) => context.getNodeParameter(name, itemIndex, {}) as IDataObject,
			option<T>(name: string) {
				const path = `options.${name}`;
				const value = (context.getNodeParameter('options', itemIndex, {}) as IDataObject)[name];
				const field = fieldAt(path);
				return (field && value !== undefined ? readField(field, value) : value) as T | undefined;
			},
			uuid: (...parts) => idempotencyKey([...run, itemIndex, ...parts]),
			files: itemFiles(context, itemIndex, labelOf, slots),
		};
	};
}
