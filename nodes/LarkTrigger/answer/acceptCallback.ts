import type { IWebhookResponseData } from 'n8n-workflow';

import {
	CALLBACK_DEADLINE_MS,
	callbackAnswer,
	type CallbackAnswer,
} from '../../shared/events/answer';
import { answerOrNothing } from '../../shared/events/answerSettings';
import { identityOf } from '../../shared/events/identity';
import { readSettings } from '../../shared/events/settings';
import { choose, deliver } from '../../shared/trigger/deliver';
import { within } from '../../shared/trigger/within';
import { triggerKey } from '../../shared/trigger/context';
import { holdAnswer, type HeldAnswer, type N8nAnswer } from '../heldAnswer';
import { ledgerOf } from '../ledger/eventLedger';
import { warn, type Arrival } from '../request';
import { othersOf, relay } from '../siblings/passOn';
import { CALLBACK_WEBHOOK, EVENT_WEBHOOK, respondMode } from './settings';

/** The answer in what another webhook says, if it is one. */
function answerIn({ status, body }: N8nAnswer): CallbackAnswer | undefined {
	if (status < 200 || status >= 300) return undefined;
	try {
		return callbackAnswer(body ?? {});
	} catch {
		return undefined;
	}
}

const isEmpty = (answer: CallbackAnswer) => Object.keys(answer).length === 0;

/** What others of the app answer: the first one that says anything. */
async function answerOfOthers(arrival: Arrival): Promise<CallbackAnswer> {
	const others = othersOf(arrival).map(
		async ({ callbackUrl }) => answerIn(await relay(arrival, callbackUrl)) ?? {},
	);
	const answers = await Promise.all(others);
	return answers.find((answer) => !isEmpty(answer)) ?? {};
}

/** What the workflow answers, when that is an answer and comes in time; the default otherwise. */
function chooseAnswer(
	given: N8nAnswer | undefined,
	fallback: CallbackAnswer,
	complain: (reason: string) => void,
): CallbackAnswer {
	if (given === undefined) {
		complain('the workflow had not answered in time');
		return fallback;
	}
	if (given.status >= 300) {
		complain(`the workflow ended with HTTP ${given.status}`);
		return fallback;
	}
	try {
		return callbackAnswer(given.body ?? {});
	} catch (error) {
		complain((error as Error).message);
		return fallback;
	}
}

async function finish(arrival: Arrival, held: HeldAnswer, settle: (isStored: boolean) => void) {
	const { context, event, now } = arrival;
	const complain = (reason: string) =>
		warn(context, `answered ${event.type} with its default answer: ${reason}`);
	const fallback = answerOrNothing(context, complain);
	const mode = respondMode(context);
	void held.given.then(({ status }) => settle(status < 300));

	const given = await within(CALLBACK_DEADLINE_MS - (Date.now() - now), held.given);
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
export async function acceptCallback(arrival: Arrival): Promise<IWebhookResponseData> {
	const { context, event, now } = arrival;
	const settings = readSettings(context);
	const chosen = await choose(context, event, settings);
	if (!chosen) return { webhookResponse: await answerOfOthers(arrival) };

	if (context.getWebhookName() === EVENT_WEBHOOK && respondMode(context) !== 'onReceived') {
		const url = context.getWebhookResourceUrl(CALLBACK_WEBHOOK) ?? '';
		const { status, body } = await relay(arrival, url);
		const answer = answerIn({ status, body });
		if (!answer) warn(context, `could not hand ${event.type} on to ${url}: HTTP ${status}`);
		return { webhookResponse: answer ?? answerOrNothing(context, () => {}) };
	}

	const claimed = ledgerOf(triggerKey(context)).claim(identityOf(event), now);
	if (claimed instanceof Promise) return { webhookResponse: {} };
	void answerOfOthers(arrival);
	void finish(arrival, holdAnswer(context.getResponseObject()), claimed.settle);
	return { workflowData: [await deliver(context, chosen, settings, now)] };
}
