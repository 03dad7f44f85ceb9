import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { InputError } from '../../shared/inputError';
import { openClients } from '../../shared/transport/openClients';
import { identityOf } from './identity';
import { itemReader } from './item';
import { findOperation } from './resources';

/** Names the item, and turns a refused value into n8n's own kind of error. */
function toNodeError(
	context: IExecuteFunctions,
	error: Error,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.context.itemIndex = itemIndex;
		return error;
	}
	return new NodeOperationError(context.getNode(), error, {
		description: error instanceof InputError ? error.fix : undefined,
		itemIndex,
	});
}

/**
 * The error as an item, for Continue On Fail: as much as the error panel shows. These are the keys
 * by which n8n tells an error item; with the item's own `error` set it would drop the details.
 */
function errorItem(error: NodeApiError | NodeOperationError, item: number): INodeExecutionData {
	const json: IDataObject = { error: error.message };
	if (error.description) json.details = error.description;
	return { json, pairedItem: { item } };
}

/**
 * Runs the chosen operation for every item: the node's only loop, its only Continue On Fail and its
 * only pairing of output with input.
 *
 * @throws NodeApiError or NodeOperationError of the first item that fails, unless the node continues
 */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const resource = this.getNodeParameter('resource', 0) as string;
	const operationName = this.getNodeParameter('operation', 0) as string;
	const operation = findOperation(resource, operationName);
	if (!operation) {
		throw new NodeOperationError(
			this.getNode(),
			`The operation "${operationName}" does not exist for the resource "${resource}"`,
			{ description: 'Choose Resource and Operation from their lists.' },
		);
	}
	const readItem = itemReader(this, operation);
	const larkFor = await openClients(this, identityOf(this, operation));
	const output: INodeExecutionData[] = [];
	for (const itemIndex of this.getInputData().keys()) {
		try {
			const result = await operation.execute(readItem(itemIndex, await larkFor(itemIndex)));
			output.push(
				...this.helpers.constructExecutionMetaData(
					this.helpers.returnJsonArray(result as IDataObject | IDataObject[]),
					{
						itemData: { item: itemIndex },
					},
				),
			);
		} catch (error) {
			const nodeError = toNodeError(this, error as Error, itemIndex);
			if (!this.continueOnFail()) throw nodeError;
			output.push(errorItem(nodeError, itemIndex));
		}
	}
	return [output];
}
