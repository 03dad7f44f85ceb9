import type { IExecuteResponsePromiseData, ITriggerFunctions } from 'n8n-workflow';

import { isObject } from '../shared/objects';
import {
	CALLBACK_DEADLINE_MS,
	checkCallbackResponse,
	type CallbackResponse,
} from '../shared/trigger/callback/callbackResponse';
import { withTimeout } from '../shared/trigger/withTimeout';

/** A promise of what the workflow answers with. */
export type WorkflowAnswer = NonNullable<Parameters<ITriggerFunctions['emit']>[1]>;

/** What Answer Card and Respond to Webhook give n8n: a response with a body, or a body alone. */
const bodyOf = (response: unknown): unknown =>
	isObject(response) && 'body' in response ? response.body : response;

/**
 * Starts the workflow and waits for the answer that it gives to a callback.
 *
 * @param byDefault what Lark gets when the workflow does not answer in time, or with what Lark would refuse
 * @param start resolves when the execution has ended
 * @throws the error of `start` when n8n could not store the execution
 */
export async function answerOfWorkflow(
	context: ITriggerFunctions,
	byDefault: CallbackResponse,
	start: (answer: WorkflowAnswer) => Promise<void>,
): Promise<CallbackResponse> {
	const answer = context.helpers.createDeferredPromise<IExecuteResponsePromiseData>();
	const given = await withTimeoutOrError(answer, start(answer));
	try {
		if (given === undefined) throw new Error('the workflow had not answered in time');
		return checkCallbackResponse(bodyOf(given));
	} catch (error) {
		const { name } = context.getNode();
		const reason = (error as Error).message;
		context.logger.warn(`"${name}" answered a callback with its default answer: ${reason}`);
		return byDefault;
	}
}

async function withTimeoutOrError(
	{ promise }: WorkflowAnswer,
	ended: Promise<unknown>,
): Promise<IExecuteResponsePromiseData | undefined> {
	const failed = ended.then(
		() => undefined,
		(error: Error) => ({ error }),
	);
	const first = Promise.race([promise.then((given) => ({ given })), failed]);
	const outcome = await withTimeout(CALLBACK_DEADLINE_MS, first);
	if (outcome && 'error' in outcome) throw outcome.error;
	return outcome?.given;
}
