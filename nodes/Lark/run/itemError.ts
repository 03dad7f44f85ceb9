import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { InputError } from '../../shared/inputError';

export type ItemError = NodeApiError | NodeOperationError;

/** Names the item, and turns a refused value into n8n's own kind of error. */
export function toItemError(
	context: IExecuteFunctions,
	error: Error,
	itemIndex: number,
): ItemError {
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
 * The error as an item, for Continue On Fail: as much as the error panel shows, and what was sent
 * before it. These are the keys by which n8n tells an error item; with the item's own `error` set it
 * would drop the details.
 */
export function errorItem(error: ItemError, item: number): INodeExecutionData {
	const json: IDataObject = { error: error.message };
	if (error.description) json.details = error.description;
	const { sent } = error.context;
	if (sent) json.sent = sent as IDataObject[];
	return { json, pairedItem: { item } };
}

/** Item numbers as people write them: 0 to 4, 6. */
export function rangesOf(items: number[]): string {
	const ranges: Array<[number, number]> = [];
	for (const item of items) {
		const last = ranges.at(-1);
		if (last && last[1] === item - 1) last[1] = item;
		else ranges.push([item, item]);
	}
	return ranges.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
}

/** How the items of a failed run ended, by their numbers. */
export interface Ended {
	done: number[];
	failed: number[];
	notStarted: number[];
}

/** Says in the error of a run which items went out all the same. One item alone needs no list. */
export function addItems(error: ItemError, ended: Ended): ItemError {
	const { done, failed, notStarted } = ended;
	if (done.length + failed.length + notStarted.length < 2) return error;
	error.context.items = ended;
	const list = [
		`Done: ${done.length > 0 ? `items ${rangesOf(done)}` : 'no item'}.`,
		`Failed: ${rangesOf(failed)}.`,
		notStarted.length > 0 && `Not started: ${rangesOf(notStarted)}.`,
	];
	error.description = [error.description, ...list].filter(Boolean).join(' ');
	return error;
}
