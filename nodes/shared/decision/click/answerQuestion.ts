import type { LarkEvent } from '../../push/envelope';
import { eventKeyOf } from '../../push/eventKey';
import type { CallbackResponse } from '../../trigger/callback/callbackResponse';
import { lazyClient, triggerKey, type EventContext } from '../../trigger/context';
import { cardNamesOf } from '../../trigger/extras/cardNames';
import { PromiseCache } from '../../trigger/extras/promiseCache';
import { LineLimit } from '../../trigger/lineLimit';
import { appOf, type AppCredential } from '../appKeys';
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
 * Why a trigger cannot answer a question: another n8n has asked it, or the App Secret is another one than that with
 * which it was asked.
 */
export type Unanswerable = 'elsewhere' | 'unreadable';

/**
 * Takes a click on a question of Send and Wait for Response, whatever events the trigger is set to.
 *
 * @returns what Lark is answered, or why this trigger cannot say it; undefined for every other event
 */
export async function answerQuestion(
	arrived: QuestionEvent,
): Promise<CallbackResponse | Unanswerable | undefined> {
	const { event, context, now, startedAt } = arrived;
	let { app } = arrived;
	let question = readQuestionClick(event, app, now);
	if (question === 'unreadable') {
		// The App Secret may have been changed a moment ago.
		app = appOf(await context.getCredentials('larkApi'));
		question = readQuestionClick(event, app, now);
	}
	if (!question || question === 'unreadable') return question;
	const found = question;
	if (found.ticket.instanceId !== context.getInstanceId()) return 'elsewhere';
	const key = `${app.appId}:${eventKeyOf(event)}`;
	const work = async () => await answer(found, { ...arrived, app });
	return await responses.get(key, work, startedAt);
}

async function answer(
	{ ticket, click }: QuestionClick,
	{ event, context, app, startedAt }: QuestionEvent,
): Promise<CallbackResponse> {
	const deadline = startedAt + HANDOVER_MS;
	const delivery = { context, client: lazyClient(context), appId: app.appId, deadline };
	const names = await cardNamesOf(event, delivery);
	const name = names.get(click.operator.open_id);
	const operator = { ...click.operator, ...(name && { name }) };
	const named = { ...click, operator, names: Object.fromEntries(names) };
	return await handOver({ ticket, click: named }, app, context, deadline);
}

/** Whoever presses a button again and again does not fill the log. */
const lines = new LineLimit(5, 60_000);

/** What Lark is answered when no trigger within reach can answer. What could not be read tells nobody why. */
export function unanswerable(why: Unanswerable, context: EventContext): CallbackResponse {
	if (why === 'unreadable' && lines.take(triggerKey(context), performance.now()) !== undefined) {
		context.logger.warn(
			`"${context.getNode().name}" got an answer to a question that it cannot read: the App Secret in its credential is not the one with which the question was asked. If it has been changed since, ask again.`,
		);
	}
	return answerWith('warning', HANDOVER_TOASTS[why]);
}
