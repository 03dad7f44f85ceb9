import type { IWebhookResponseData } from 'n8n-workflow';

import {
	CALLBACK_DEADLINE_MS,
	checkCallbackResponse,
	type CallbackResponse,
} from '../../shared/trigger/callback/callbackResponse';
import { callbackResponseOrEmpty } from '../../shared/trigger/callback/readCallbackResponse';
import { eventKeyOf } from '../../shared/push/eventKey';
import { readSettings } from '../../shared/trigger/settings';
import { choose, deliver } from '../../shared/trigger/chooseEvent';
import { withTimeout } from '../../shared/trigger/withTimeout';
import { triggerKey } from '../../shared/trigger/context';
import { holdResponse, type HeldResponse, type N8nResponse } from '../heldResponse';
import { ledgerOf } from '../ledger/eventLedger';
import { warn, type VerifiedPush } from '../request';
import { siblingsOfPush, relay } from '../siblings/forward';
import { CALLBACK_WEBHOOK, EVENT_WEBHOOK, respondMode } from './webhooks';

/** The answer in what another webhook says, if it is one. */
function answerIn({ status, body }: N8nResponse): CallbackResponse | undefined {
	if (status < 200 || status >= 300) return undefined;
	try {
		return checkCallbackResponse(body ?? {});
	} catch {
		return undefined;
	}
}

const isEmpty = (answer: CallbackResponse) => Object.keys(answer).length === 0;

/** What others of the app answer: the first one that says anything. */
async function answerOfOthers(arrival: VerifiedPush): Promise<CallbackResponse> {
	const others = siblingsOfPush(arrival).map(
		async ({ callbackUrl }) => answerIn(await relay(arrival, callbackUrl)) ?? {},
	);
	const answers = await Promise.all(others);
	return answers.find((answer) => !isEmpty(answer)) ?? {};
}

/** What the workflow answers, when that is an answer and comes in time; the default otherwise. */
function chooseAnswer(
	given: N8nResponse | undefined,
	fallback: CallbackResponse,
	complain: (reason: string) => void,
): CallbackResponse {
	if (given === undefined) {
		complain('the workflow had not answered in time');
		return fallback;
	}
	if (given.status >= 300) {
		complain(`the workflow ended with HTTP ${given.status}`);
		return fallback;
	}
	try {
		return checkCallbackResponse(given.body ?? {});
	} catch (error) {
		complain((error as Error).message);
		return fallback;
	}
}

async function finish(
	arrival: VerifiedPush,
	held: HeldResponse,
	settle: (isStored: boolean) => void,
) {
	const { context, event, now } = arrival;
	const complain = (reason: string) =>
		warn(context, `answered ${event.type} with its default answer: ${reason}`);
	const fallback = callbackResponseOrEmpty(context, complain);
	const mode = respondMode(context);
	void held.given.then(({ status }) => settle(status < 300));

	const given = await withTimeout(CALLBACK_DEADLINE_MS - (Date.now() - now), held.given);
	if (mode !== 'onReceived') {
		return held.send(200, chooseAnswer(given, fallback, complain));
	}
	const isStored = given === undefined || given.status < 300;
	held.send(isStored ? 200 : given.status, isStored ? fallback : {});
}

/**
 * Handles an event that Lark waits for an answer to, and gives one within 3 s: at once when n8n has
 * stored the execution, or what the workflow says. Lark does not send these again, but a connection
 * may: the same event ID starts one execution. Another click is another event.
 */
export async function acceptCallback(arrival: VerifiedPush): Promise<IWebhookResponseData> {
	const { context, event, now } = arrival;
	const settings = readSettings(context);
	const chosen = await choose(context, event, settings);
	if (!chosen) return { webhookResponse: await answerOfOthers(arrival) };

	if (context.getWebhookName() === EVENT_WEBHOOK && respondMode(context) !== 'onReceived') {
		const url = context.getWebhookResourceUrl(CALLBACK_WEBHOOK) ?? '';
		const { status, body } = await relay(arrival, url);
		const answer = answerIn({ status, body });
		if (!answer) warn(context, `could not hand ${event.type} on to ${url}: HTTP ${status}`);
		return { webhookResponse: answer ?? callbackResponseOrEmpty(context, () => {}) };
	}

	const claimed = ledgerOf(triggerKey(context)).claim(eventKeyOf(event), now);
	if (claimed instanceof Promise) return { webhookResponse: {} };
	void answerOfOthers(arrival);
	void finish(arrival, holdResponse(context.getResponseObject()), claimed.settle);
	return { workflowData: [await deliver(context, chosen, settings, now)] };
}
