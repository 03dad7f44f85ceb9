import { sleep, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { takeWaitingAgain } from '../../shared/decision/waitingState';
import { openClients } from '../../shared/transport/openClients';
import type { RequestSettings } from '../../shared/transport/requestSettings';
import type { Operation } from '../actions/operation';
import { errorItem, toItemError } from './itemError';
import { itemReader } from './itemReader';
import { nameField } from './nameField';
import { waitForAnswer } from './waiting';

/**
 * Runs an operation after which the execution waits: once, for the first item.
 *
 * @returns what came in, which goes on when nobody answers in time; or the error as an item
 * @throws NodeApiError or NodeOperationError when nobody could be asked, unless the node continues
 */
export async function waitingRun(
	context: IExecuteFunctions,
	operation: Operation,
	settings: RequestSettings,
): Promise<INodeExecutionData[][]> {
	const waiting = takeWaitingAgain(context);
	if (waiting) {
		await sleep(waiting.hold);
		await waitForAnswer(context, waiting.expiresAt);
		return [context.getInputData()];
	}
	const reader = itemReader(context, operation, settings.files);
	try {
		const larkFor = await openClients(context, 'bot', settings);
		await operation.execute(reader.item(0, await larkFor(0)));
		return [context.getInputData()];
	} catch (error) {
		const itemError = toItemError(context, error as Error, 0);
		const named = nameField(itemError, operation, reader.parameters(0));
		if (!context.continueOnFail()) throw named;
		return [[errorItem(named, 0)]];
	}
}
