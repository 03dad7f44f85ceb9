import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { choose } from '../shared/trigger/chooseEvent';
import { eventKeyOf } from '../shared/push/eventKey';
import { readSettings } from '../shared/trigger/settings';
import { Aggregation, itemsOf } from '../shared/trigger/window/aggregation';
import { withTimeout } from '../shared/trigger/withTimeout';
import { triggerKey } from '../shared/trigger/context';
import { EVENT_WEBHOOK, respondMode } from './callback/webhooks';
import { holdResponse } from './heldResponse';
import { combineClaims, type Claim } from './ledger/eventLedger';
import { claimIn, saveWithExecution } from './ledger/staticData';
import { ACKNOWLEDGED, refuse, type VerifiedPush } from './request';
import { passOn } from './siblings/forward';

/** Lark waits 3 s for an acknowledgement. */
const PATIENCE_MS = 2_500;

const NOT_STORED = 503;

const aggregation = new Aggregation<Claim>();

function refuseForNow(context: IWebhookFunctions, reason: string): IWebhookResponseData {
	return refuse(context, NOT_STORED, `${reason}, so that Lark sends it again`);
}

/** Answers for n8n when it has stored the execution, or has failed to. */
async function finish(
	{ context }: VerifiedPush,
	{ settle }: Pick<Claim, 'settle'>,
	othersHaveIt: Promise<boolean>,
): Promise<void> {
	const held = holdResponse(context.getResponseObject());
	const { status } = await held.given;
	const isStored = status < 300;
	settle(isStored);
	const isDone = isStored && (await othersHaveIt);
	held.send(isStored && !isDone ? NOT_STORED : status, {});
}

/**
 * Starts an execution for a chosen event, unless one has been started for it before, and hands the
 * event on to the other workflows of the app. It is acknowledged when all of them have stored it.
 */
export async function acceptEvent(arrival: VerifiedPush): Promise<IWebhookResponseData> {
	const { context, event, now } = arrival;
	if (context.getWebhookName() !== EVENT_WEBHOOK && respondMode(context) !== 'onReceived') {
		return refuse(
			context,
			400,
			`it is an event, ${event.type}, and this URL is for callbacks: save the URL that ends in /webhook for events`,
		);
	}
	const othersHaveIt = passOn(arrival);
	const answerForOthers = async () =>
		(await othersHaveIt)
			? ACKNOWLEDGED
			: refuseForNow(context, 'another workflow of the app has not stored it');

	const settings = readSettings(context);
	const chosen = await choose(context, event, settings);
	if (!chosen) return await answerForOthers();

	const claimed = claimIn(context, eventKeyOf(event), now);
	if (claimed instanceof Promise) {
		return (await withTimeout(PATIENCE_MS, claimed))
			? await answerForOthers()
			: refuseForNow(context, 'the same event came before and is not stored yet');
	}
	const seat = aggregation.join(triggerKey(context), chosen, settings, now, claimed);
	if (!seat.gathered) {
		return (await seat.isStored)
			? await answerForOthers()
			: refuseForNow(context, 'the execution for the messages of its window was not stored');
	}
	const members = await seat.gathered;
	const claims = combineClaims(
		members.map(({ own }) => own),
		seat.settle,
	);
	void finish(arrival, claims, othersHaveIt);
	const items = await itemsOf(members);
	void saveWithExecution(arrival, claims);
	return { workflowData: [items] };
}
