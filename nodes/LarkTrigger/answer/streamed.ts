import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { toText } from '../../shared/events/values';
import { EVENT_WEBHOOK } from '../callback/webhooks';
import { withCard } from '../../shared/stream/handedCard';
import { openAnswer } from '../../shared/stream/openAnswer';
import { prepareCard } from '../../shared/stream/prepareCard';
import type { LiveAnswer } from '../../shared/stream/liveAnswer';
import { withTimeout } from '../../shared/trigger/withTimeout';
import { holdResponse } from '../heldResponse';
import type { Claim } from '../ledger/eventLedger';
import { canEmit } from '../ownExecution';
import { warn, type VerifiedPush } from '../request';
import { NOT_STORED, STORED_MS } from '../stored';
import { AnswerChunks, readChunk } from './chunks';
import type { readAnswerSettings } from './properties';
import { isOfTrigger, STOPPED_MARK } from './marks';

type AnswerSettings = NonNullable<ReturnType<typeof readAnswerSettings>>;

/** An event that starts an execution whose answer is streamed. */
export interface StreamedEvent {
	items: INodeExecutionData[];
	/** What makes the answer one, even if n8n is killed and the event comes again. */
	eventKeys: string[];
	/** Undefined for an event that is no message: nothing is answered. */
	messageId: string | undefined;
	settings: AnswerSettings;
	claims: Claim;
	othersHaveIt: Promise<boolean>;
}

/**
 * Starts an execution to whose chunks n8n gives us, and makes a reply of them. Lark is answered as soon as the
 * execution runs, which the trigger's own first chunk tells.
 *
 * n8n starts such an execution without a deduplication key, and writes the static data before it: the
 * event counts as stored in this process at once, and after a restart as soon as another event has come.
 * When n8n is killed before that and Lark sends the event again, the answer is written anew, in place of the first.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/webhook-helpers.ts `responseMode === 'streaming'`
 */
export async function startStreamed(
	push: VerifiedPush,
	event: StreamedEvent,
): Promise<IWebhookResponseData> {
	const { context, startedAt } = push;
	const { claims, othersHaveIt } = event;
	const items = await prepared(context, event);
	const held = holdResponse(context.getResponseObject());
	const opening = openFor(push, event);
	let tellsEnd = false;
	const started = new Promise<boolean>((resolve) => {
		held.onLine((line) => {
			resolve(true);
			const chunk = readChunk(line);
			if (!chunk) return;
			tellsEnd ||= isOfTrigger(chunk, context);
			void opening.then(async (chunks) => {
				if (!isOfTrigger(chunk, context)) chunks?.take(chunk);
				else if (chunk.type !== 'begin') await chunks?.finish(chunk.content === STOPPED_MARK);
			});
		});
		void held.given.then(async () => {
			resolve(false);
			// A trigger that tells the end and has not: its worker was killed.
			await (await opening)?.finish(tellsEnd ? false : undefined);
		});
	});
	void started.then(claims.settle);
	void (async () => {
		const left = startedAt + STORED_MS - performance.now();
		const isDone = (await withTimeout(left, started)) && (await othersHaveIt);
		held.send(isDone ? 200 : NOT_STORED, {});
	})();
	context.getWorkflowStaticData('node').events = claims.savedBefore;
	return { workflowData: [items], noWebhookResponse: true };
}

/** A process that only runs webhooks does not start triggers: there, the one that runs the execution watches the card. */
async function prepared(
	context: IWebhookFunctions,
	{ items, messageId }: StreamedEvent,
): Promise<INodeExecutionData[]> {
	if (messageId === undefined || context.getMode() === 'manual') return items;
	const isRemembered = canEmit(context);
	const card = await prepareCard(context, messageId, isRemembered);
	return card && !isRemembered ? withCard(items, { ...card, messageId, isStreamed: true }) : items;
}

async function openFor(
	{ context }: VerifiedPush,
	{ eventKeys, messageId, settings }: StreamedEvent,
): Promise<AnswerChunks | undefined> {
	if (messageId === undefined) return undefined;
	const { replyInThread, ...shown } = settings;
	const { id } = context.getNode();
	const identity = [
		context.getInstanceId(),
		String(context.getNodeWebhookUrl(EVENT_WEBHOOK)),
		String(context.getWorkflow().id),
		id,
		context.getMode(),
		...eventKeys,
	];
	try {
		const place = { messageId, inThread: replyInThread, identity };
		const answer: LiveAnswer = await openAnswer(context, place, shown);
		return new AnswerChunks(answer);
	} catch (error) {
		warn(context, `cannot stream the answer: ${(error as Error).message}`);
		return undefined;
	}
}

/** The message that is answered: of several in an aggregation window, the latest one. */
export function messageIdOf([item]: INodeExecutionData[], raw: unknown): string | undefined {
	return toText(item.json.message_id) || toText(raw) || undefined;
}
