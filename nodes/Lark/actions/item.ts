import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { LarkClient } from '../../shared/transport/client';
import { idempotencyKey } from '../../shared/transport/idempotency';
import type { Slots } from '../../shared/transport/slots';
import { readStrings, readText } from './common/strings';
import { itemFiles } from './itemFiles';
import type { Operation, OperationItem } from './operation';
import { runIdentity } from './runIdentity';

/** What the editor calls a field, or an option given as `options.name`. */
function labelOf({ properties }: Operation, path: string): string {
	const name = path.split('.').at(-1) ?? path;
	const fields = properties.flatMap((property) =>
		property.type === 'collection' ? (property.options as INodeProperties[]) : property,
	);
	return fields.find((field) => field.name === name)?.displayName ?? name;
}

function readString(
	context: IExecuteFunctions,
	operation: Operation,
	name: string,
	itemIndex: number,
): string {
	const value: unknown = context.getNodeParameter(name, itemIndex, '', { extractValue: true });
	return readText(labelOf(operation, name), value);
}

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
	return (itemIndex, lark) => ({
		lark: lark as LarkClient,
		timeZone: context.getTimezone(),
		string: (name) => readString(context, operation, name, itemIndex),
		boolean: (name) => context.getNodeParameter(name, itemIndex, false) as boolean,
		strings: (name) => readStrings(context.getNodeParameter(name, itemIndex, '')),
		value: (name) => context.getNodeParameter(name, itemIndex, ''),
		rows: (name) => context.getNodeParameter(name, itemIndex, []) as IDataObject[],
		limit: () =>
			context.getNodeParameter('returnAll', itemIndex, false)
				? undefined
				: (context.getNodeParameter('limit', itemIndex) as number),
		collection: (name) => context.getNodeParameter(name, itemIndex, {}) as IDataObject,
		option: <T>(name: string) =>
			(context.getNodeParameter('options', itemIndex, {}) as IDataObject)[name] as T | undefined,
		uuid: (...parts) => idempotencyKey([...run, itemIndex, ...parts]),
		files: itemFiles(context, itemIndex, (field) => labelOf(operation, field), slots),
	});
}
