import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { eventKeyOf } from '../shared/push/eventKey';
import { handNodeCard } from '../shared/stream/handNodeCard';
import { chooseEvent } from '../shared/trigger/chooseEvent';
import { triggerKey } from '../shared/trigger/context';
import { replyToCommand } from '../shared/trigger/sessions/replyToCommand';
import { readSettings } from '../shared/trigger/settings';
import { Aggregation, itemsOf } from '../shared/trigger/window/aggregation';
import { withTimeout } from '../shared/trigger/withTimeout';
import { readAnswerSettings } from './answer/properties';
import { messageIdOf, startStreamed } from './answer/streamed';
import { notePlace } from './catchUp/known';
import { EVENT_WEBHOOK, respondMode } from './callback/webhooks';
import { combineClaims, type Claim } from './ledger/eventLedger';
import { claimIn, saveWithExecution } from './ledger/staticData';
import { canEmit, emittingContext, isStarted, noteEmits, startOnce } from './ownExecution';
import { ACKNOWLEDGED, refuse, type VerifiedPush } from './request';
import { isStoredInTime, NOT_STORED, respondWhenStored } from './stored';
import { forwardEvent, knownSiblings } from './siblings/forward';
import { saveSiblings } from './siblings/savedSiblings';

/** How long a duplicate waits for the first one to be stored, in ms. Lark waits 3 s for an acknowledgement. */
const DUPLICATE_WAIT_MS = 2_500;

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

	if (!(await isStarted(context)))
		return refuseForNow(context, 'n8n has not started the workflow yet');
	const eventKey = eventKeyOf(event);
	const claimed = claimIn(context, eventKey, now);
	if (claimed instanceof Promise) {
		return (await withTimeout(DUPLICATE_WAIT_MS, claimed))
			? await answerForOthers()
			: refuseForNow(context, 'the same event came before and is not stored yet');
	}
	if (await replyToCommand(chosen, settings, now)) {
		claimed.settle(true);
		context.getWorkflowStaticData('node').events = claimed.saved;
		return await answerForOthers();
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
	if (chosen.received) notePlace(context, chosen.received);
	const eventKeys = members.map(({ own }) => own.eventKey);
	const answer = readAnswerSettings(context);
	const messageId = messageIdOf(items, chosen.received?.message.message_id);
	if (answer) {
		return await startStreamed(push, {
			items,
			eventKeys,
			messageId,
			settings: answer,
			claims,
			othersHaveIt,
		});
	}
	const given = await handNodeCard(context, items, messageId, canEmit(context));
	const emitting = emittingContext(context, given);
	if (emitting) {
		return (await isStoredInTime(push, startOnce(emitting, given, eventKeys), claims))
			? await answerForOthers()
			: refuseForNow(context, 'n8n has not stored it');
	}
	void respondWhenStored(push, claims, othersHaveIt);
	if (!canEmit(context)) noteEmits(context, false);
	void saveWithExecution(push, claims);
	return { workflowData: [given] };
}

function refuseForNow(context: IWebhookFunctions, reason: string): IWebhookResponseData {
	return refuse(context, NOT_STORED, `${reason}, so that Lark sends it again`);
}
