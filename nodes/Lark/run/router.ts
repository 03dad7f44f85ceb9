import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { openClients } from '../../shared/transport/openClients';
import type { RequestSettings } from '../../shared/transport/requestSettings';
import type { Operation } from '../actions/operation';
import { actAsOf } from '../description/actAs';
import { readRequestSettings } from '../description/requestOptions';
import { findOperation } from '../description/resources';
import { addItems, errorItem, toItemError, type ItemError } from './itemError';
import { itemReader } from './itemReader';
import { runInLanes } from './lanes';
import { lanesOf } from './lanesOf';
import { nameField } from './nameField';
import { Progress } from './progress';
import { waitingRun } from './waitingRun';

/** How many items are on their way at the same time: at 50 requests a second, a response may take more than a second. */
const AT_ONCE = 64;

type Outcome = { output: INodeExecutionData[] } | { error: ItemError };

function chosenOperation(context: IExecuteFunctions): Operation {
	const resource = context.getNodeParameter('resource', 0) as string;
	const operationName = context.getNodeParameter('operation', 0) as string;
	const operation = findOperation(resource, operationName);
	if (operation) return operation;
	throw new NodeOperationError(
		context.getNode(),
		`The operation "${operationName}" does not exist for the resource "${resource}"`,
		{ description: 'Choose Resource and Operation from their lists.' },
	);
}

/** @throws NodeOperationError for an option that cannot be used; the options of the first item count for all */
function settingsOf(context: IExecuteFunctions): RequestSettings {
	try {
		return readRequestSettings(context);
	} catch (error) {
		throw toItemError(context, error as Error, 0);
	}
}

/** What a run that fails throws: the error of its first item that failed, with what became of the others. */
function failureOf(outcomes: Array<Outcome | undefined>, count: number): ItemError | undefined {
	const items = [...Array(count).keys()];
	const failed = items.filter((item) => 'error' in (outcomes[item] ?? {}));
	const first = outcomes[failed[0]];
	if (!first || !('error' in first)) return undefined;
	return addItems(first.error, {
		done: items.filter((item) => 'output' in (outcomes[item] ?? {})),
		failed,
		notStarted: items.filter((item) => !outcomes[item]),
	});
}

/**
 * Runs the chosen operation for every item: the node's only loop, its only Continue On Fail and its
 * only pairing of output with input. Items of different receivers run at the same time; the output
 * keeps the order of the items. When an item fails, those before it are done all the same, and of those
 * after it none is started any more.
 *
 * @throws NodeApiError or NodeOperationError of the first item that fails, unless the node continues;
 * NodeOperationError when the execution is cancelled
 */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(this);
	const settings = settingsOf(this);
	if (operation.waits) return await waitingRun(this, operation, settings);
	const reader = itemReader(this, operation, settings.files);
	const actAs = actAsOf(this, operation);
	const larkFor = await openClients(this, actAs, settings);
	const continues = this.continueOnFail();
	const count = this.getInputData().length;
	const progress = new Progress(this, count, settings.tally);
	let firstFailed = Infinity;

	const run = async (item: number): Promise<Outcome> => {
		try {
			const result = await operation.execute(reader.item(item, await larkFor(item)));
			const output = this.helpers.constructExecutionMetaData(
				this.helpers.returnJsonArray(result as IDataObject | IDataObject[]),
				{ itemData: { item } },
			);
			return { output };
		} catch (error) {
			firstFailed = Math.min(firstFailed, item);
			const itemError = toItemError(this, error as Error, item);
			return { error: nameField(itemError, operation, reader.parameters(item)) };
		} finally {
			progress.step();
		}
	};

	const outcomes = await runInLanes({
		count,
		atOnce: AT_ONCE,
		lanesOf: (item) => lanesOf(operation, reader.parameters(item), actAs),
		run,
		// As with n8n's own nodes, all items before one that fails are done.
		end: () => (settings.signal?.aborted ? 0 : continues ? Infinity : firstFailed),
	});
	// By the word "canceled", n8n tells this from a failure.
	if (settings.signal?.aborted) throw new NodeOperationError(this.getNode(), 'Execution canceled');
	progress.end();
	const failure = continues ? undefined : failureOf(outcomes, count);
	if (failure) throw failure;
	return [
		outcomes.flatMap((outcome, item) =>
			'error' in outcome ? [errorItem(outcome.error, item)] : outcome.output,
		),
	];
}
