import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { LarkClient } from '../../shared/transport/client';
import { idempotencyKey } from '../../shared/transport/idempotency';
import { readStrings, readText } from './common/strings';
import { itemFiles } from './itemFiles';
import type { Operation, OperationItem } from './operation';

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
 * @returns a function from an item's index to the item
 */
export function itemReader(
	context: IExecuteFunctions,
	operation: Operation,
	lark: LarkClient,
): (itemIndex: number) => OperationItem {
	const { $runIndex } = context.getWorkflowDataProxy(0);
	const run = [context.getExecutionId(), context.getNode().id, $runIndex as number];
	return (itemIndex) => ({
		lark,
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
		files: itemFiles(context, itemIndex, (field) => labelOf(operation, field)),
	});
}
