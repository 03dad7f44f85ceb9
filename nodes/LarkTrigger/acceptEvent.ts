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
import { emittingContext, startOnce } from './ownExecution';
import { ACKNOWLEDGED, refuse, type VerifiedPush } from './request';
import { forwardEvent, knownSiblings } from './siblings/forward';
import { saveSiblings } from './siblings/savedSiblings';

/** How long a duplicate waits for the first one to be stored, in ms. Lark waits 3 s for an acknowledgement. */
const DUPLICATE_WAIT_MS = 2_500;

/** How long after a push has come n8n may take to store its execution, in ms. */
const STORED_MS = 2_800;

/** Makes Lark send the event again. */
const NOT_STORED = 503;

/** What the trigger keeps of an event on its way into n8n. */
interface Kept {
	claim: Claim;
	eventKey: string;
}

const aggregation = new Aggregation<Kept>();

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

	const eventKey = eventKeyOf(event);
	const claimed = claimIn(context, eventKey, now);
	if (claimed instanceof Promise) {
		return (await withTimeout(DUPLICATE_WAIT_MS, claimed))
			? await answerForOthers()
			: refuseForNow(context, 'the same event came before and is not stored yet');
	}
	const kept = { claim: claimed, eventKey };
	const entry = aggregation.add(triggerKey(context), chosen, settings, now, kept);
	if (!entry.gathered) {
		return (await entry.isStored)
			? await answerForOthers()
			: refuseForNow(context, 'the execution for the messages of its window was not stored');
	}
	const members = await entry.gathered;
	const claims = combineClaims(
		members.map(({ own }) => own.claim),
		entry.settle,
	);
	const items = await itemsOf(members).catch((error) => {
		claims.settle(false);
		throw error;
	});
	const others = await siblings;
	if (others) saveSiblings(context, others);
	const emitting = emittingContext(context, items);
	if (emitting) {
		const eventKeys = members.map(({ own }) => own.eventKey);
		return (await isStoredInTime(push, startOnce(emitting, items, eventKeys), claims))
			? await answerForOthers()
			: refuseForNow(context, 'n8n has not stored it');
	}
	void respondWhenStored(push, claims, othersHaveIt);
	void saveWithExecution(push, claims);
	return { workflowData: [items] };
}

/** Waits until n8n has stored an execution, but not longer than Lark waits. The claim is settled in any case. */
async function isStoredInTime(
	{ context, startedAt }: VerifiedPush,
	storing: Promise<void>,
	{ saved, settle }: Claim,
): Promise<boolean> {
	const outcome = storing.then(
		() => true,
		() => false,
	);
	void outcome.then(settle);
	const left = startedAt + STORED_MS - performance.now();
	const isStored = (await withTimeout(left, outcome)) ?? false;
	if (isStored) context.getWorkflowStaticData('node').events = saved;
	return isStored;
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
