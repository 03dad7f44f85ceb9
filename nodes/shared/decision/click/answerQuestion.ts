import type { LarkEvent } from '../../push/envelope';
import { eventKeyOf } from '../../push/eventKey';
import type { CallbackResponse } from '../../trigger/callback/callbackResponse';
import { lazyClient, type EventContext } from '../../trigger/context';
import { cardNamesOf } from '../../trigger/extras/cardNames';
import { PromiseCache } from '../../trigger/extras/promiseCache';
import type { AppCredential } from '../appKeys';
import { answerWith } from '../judge';
import { HANDOVER_TOASTS } from '../words';
import { handOver, HANDOVER_MS } from './handOver';
import { readQuestionClick, type QuestionClick } from './questionClick';

/** A verified event on its way to whoever waits for it. */
export interface QuestionEvent {
	event: LarkEvent;
	context: EventContext;
	app: AppCredential;
	/** When the push came: Unix time in ms, and by `performance.now()`. */
	now: number;
	startedAt: number;
}

/**
 * Responses to clicks by event, for a while: all triggers of an app on one long connection get the same click,
 * and a connection may repeat one.
 */
const responses = new PromiseCache<CallbackResponse>(60_000, 0, 2_000);

/**
 * Takes a click on a question of Send and Wait for Response, whatever events the trigger is set to.
 *
 * @returns what Lark is answered; `elsewhere` when another n8n has asked; undefined for every other event
 */
export async function answerQuestion(
	arrived: QuestionEvent,
): Promise<CallbackResponse | 'elsewhere' | undefined> {
	const { event, context, app, now, startedAt } = arrived;
	const question = readQuestionClick(event, app, now);
	if (!question) return undefined;
	if (question.ticket.instanceId !== context.getInstanceId()) return 'elsewhere';
	const key = `${app.appId}:${eventKeyOf(event)}`;
	return await responses.get(key, async () => await answer(question, arrived), startedAt);
}

async function answer(
	{ ticket, click }: QuestionClick,
	{ event, context, app, startedAt }: QuestionEvent,
): Promise<CallbackResponse> {
	const deadline = startedAt + HANDOVER_MS;
	const delivery = { context, client: lazyClient(context), appId: app.appId, deadline };
	const name = (await cardNamesOf(event, delivery)).get(click.operator.open_id);
	const operator = { ...click.operator, ...(name && { name }) };
	return await handOver({ ticket, click: { ...click, operator } }, app, context, deadline);
}

/** What Lark is answered when the n8n that has asked is not within reach. */
export const askedElsewhere = (): CallbackResponse =>
	answerWith('warning', HANDOVER_TOASTS.elsewhere);
