import type { IWebhookResponseData } from 'n8n-workflow';

import { eventKeyOf } from '../../shared/push/eventKey';
import {
	CALLBACK_DEADLINE_MS,
	checkCallbackResponse,
	type CallbackResponse,
} from '../../shared/trigger/callback/callbackResponse';
import { callbackResponseOrEmpty } from '../../shared/trigger/callback/readCallbackResponse';
import { chooseEvent } from '../../shared/trigger/chooseEvent';
import { eventItems } from '../../shared/trigger/eventItems';
import { readSettings } from '../../shared/trigger/settings';
import { withTimeout } from '../../shared/trigger/withTimeout';
import { holdResponse, type HeldResponse, type N8nResponse } from '../heldResponse';
import { claimIn, saveWithExecution } from '../ledger/staticData';
import { warn, type VerifiedPush } from '../request';
import { responseOfSiblings } from '../siblings/forward';
import { sendOn } from '../siblings/sendOn';
import { ownPath } from '../siblings/siblings';
import { callbackResponseIn } from './responseIn';
import { CALLBACK_WEBHOOK, EVENT_WEBHOOK, PATHS, respondMode } from './webhooks';

/**
 * Handles an event that Lark waits for a response to, and gives one within 3 s: at once when n8n has
 * stored the execution, or what the workflow says. Lark does not send these again, but a connection or
 * somebody who has recorded one may: the same event ID starts one execution. Another click is another event.
 */
export async function acceptCallback(push: VerifiedPush): Promise<IWebhookResponseData> {
	const { context, event, now } = push;
	const settings = readSettings(context);
	const chosen = await chooseEvent(context, event, settings);
	if (!chosen) return { webhookResponse: await responseOfSiblings(push) };

	if (context.getWebhookName() === EVENT_WEBHOOK && respondMode(context) !== 'onReceived') {
		// What comes to the own other webhook is marked as forwarded, and goes no further from there.
		void responseOfSiblings(push);
		const path = ownPath(context, PATHS[CALLBACK_WEBHOOK]);
		const forwarded = await sendOn(push, { path });
		const response = callbackResponseIn(forwarded);
		if (!response) {
			warn(context, `could not hand ${event.type} on to ${path}: HTTP ${forwarded.status}`);
		}
		return { webhookResponse: response ?? callbackResponseOrEmpty(context, () => {}) };
	}

	const claimed = claimIn(context, eventKeyOf(event), now);
	if (claimed instanceof Promise) return { webhookResponse: {} };
	void responseOfSiblings(push);
	void respond(push, holdResponse(context.getResponseObject()), claimed.settle);
	const items = await eventItems({ chosen, settings, now });
	void saveWithExecution(push, claimed);
	return { workflowData: [items] };
}

async function respond(
	push: VerifiedPush,
	held: HeldResponse,
	settle: (isStored: boolean) => void,
): Promise<void> {
	const { context, event, startedAt } = push;
	const complain = (reason: string) =>
		warn(context, `answered ${event.type} with its default answer: ${reason}`);
	const fallback = callbackResponseOrEmpty(context, complain);
	const mode = respondMode(context);
	void held.given.then(({ status }) => settle(status < 300));

	const left = CALLBACK_DEADLINE_MS - (performance.now() - startedAt);
	const given = await withTimeout(left, held.given);
	if (mode !== 'onReceived') {
		return held.send(200, chooseResponse(given, fallback, complain));
	}
	const isStored = given === undefined || given.status < 300;
	held.send(isStored ? 200 : given.status, isStored ? fallback : {});
}

/** The response of the workflow, when it can be used and comes in time; the fallback otherwise. */
function chooseResponse(
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
