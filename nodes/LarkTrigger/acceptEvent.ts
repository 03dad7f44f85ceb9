import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { eventKeyOf } from '../shared/push/eventKey';
import { chooseEvent } from '../shared/trigger/chooseEvent';
import { triggerKey } from '../shared/trigger/context';
import { readSettings } from '../shared/trigger/settings';
import { Aggregation, itemsOf } from '../shared/trigger/window/aggregation';
import { withTimeout } from '../shared/trigger/withTimeout';
import { EVENT_WEBHOOK, respondMode } from './callback/webhooks';
import { holdResponse } from './heldResponse';
import { combineClaims, type Claim } from './ledger/eventLedger';
import { claimIn, saveWithExecution } from './ledger/staticData';
import { ACKNOWLEDGED, refuse, type VerifiedPush } from './request';
import { forwardEvent, knownSiblings } from './siblings/forward';
import { saveSiblings } from './siblings/savedSiblings';

/** How long a duplicate waits for the first one to be stored, in ms. Lark waits 3 s for an acknowledgement. */
const DUPLICATE_WAIT_MS = 2_500;

/** Makes Lark send the event again. */
const NOT_STORED = 503;

const aggregation = new Aggregation<Claim>();

/**
 * Starts an execution for a chosen event, unless one has been started for it before, and forwards the
 * event to the other workflows of the app. It is acknowledged when all of them have stored it.
 */
export async function acceptEvent(push: VerifiedPush): Promise<IWebhookResponseData> {
	const { context, event, now } = push;
	if (context.getWebhookName() !== EVENT_WEBHOOK && respondMode(context) !== 'onReceived') {
		return refuse(
			context,
			400,
			`it is an event, ${event.type}, and this URL is for callbacks: save the URL that ends in /webhook for events`,
		);
	}
	const siblings = knownSiblings(push);
	const othersHaveIt = forwardEvent(push, siblings);
	const answerForOthers = async () =>
		(await othersHaveIt)
			? ACKNOWLEDGED
			: refuseForNow(context, 'another workflow of the app has not stored it');

	const settings = readSettings(context);
	const chosen = await chooseEvent(context, event, settings);
	if (!chosen) return await answerForOthers();

	const claimed = claimIn(context, eventKeyOf(event), now);
	if (claimed instanceof Promise) {
		return (await withTimeout(DUPLICATE_WAIT_MS, claimed))
			? await answerForOthers()
			: refuseForNow(context, 'the same event came before and is not stored yet');
	}
	const entry = aggregation.add(triggerKey(context), chosen, settings, now, claimed);
	if (!entry.gathered) {
		return (await entry.isStored)
			? await answerForOthers()
			: refuseForNow(context, 'the execution for the messages of its window was not stored');
	}
	const members = await entry.gathered;
	const claims = combineClaims(
		members.map(({ own }) => own),
		entry.settle,
	);
	void respondWhenStored(push, claims, othersHaveIt);
	const items = await itemsOf(members);
	const others = await siblings;
	if (others) saveSiblings(context, others);
	void saveWithExecution(push, claims);
	return { workflowData: [items] };
}

/** Answers in place of n8n, when n8n has stored the execution or has failed to. */
async function respondWhenStored(
	{ context }: VerifiedPush,
	{ settle }: Pick<Claim, 'settle'>,
	othersHaveIt: Promise<boolean>,
): Promise<void> {
	const held = holdResponse(context.getResponseObject());
	const { status } = await held.given;
	const isStored = status < 300;
	settle(isStored);
	const isDone = isStored && (await othersHaveIt);
	held.send(isDone ? status : NOT_STORED, {});
}

function refuseForNow(context: IWebhookFunctions, reason: string): IWebhookResponseData {
	return refuse(context, NOT_STORED, `${reason}, so that Lark sends it again`);
}
