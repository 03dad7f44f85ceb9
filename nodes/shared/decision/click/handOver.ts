import { sleep } from 'n8n-workflow';

import {
	CALLBACK_DEADLINE_MS,
	type CallbackResponse,
} from '../../trigger/callback/callbackResponse';
import type { EventContext } from '../../trigger/context';
import { withTimeout } from '../../trigger/withTimeout';
import type { AppCredential } from '../appKeys';
import { answerWith } from '../judge';
import { closedCard } from '../closedCard';
import { proveClick } from '../proof';
import { HANDOVER_TOASTS } from '../words';
import { responseOfEnded } from './endedQuestions';
import type { QuestionClick } from './questionClick';
import { Turns } from './turns';
import { sendToWaiting } from './waitingWebhook';

/** How long after the push the click may be handed over, in ms. Lark waits 3 s; the rest is for the way back. */
export const HANDOVER_MS = CALLBACK_DEADLINE_MS + 100;

/** The first pause before another attempt, and the longest one, in ms. */
const STEP_MS = 40;
const MAX_STEP_MS = 320;

/** Clicks of one execution in this process: each sees what the ones before it have changed. */
const turns = new Turns();

/**
 * Hands a click to the node that waits for it, and gives what Lark is answered. Never throws.
 *
 * @param until by `performance.now()`
 */
export async function handOver(
	question: QuestionClick,
	app: AppCredential,
	context: EventContext,
	until: number,
): Promise<CallbackResponse> {
	const { executionId } = question.ticket;
	const work = async () => await attempt(question, app, context, until);
	const response = await turns.take(executionId, until, work);
	return response ?? answerWith('warning', HANDOVER_TOASTS.busy);
}

async function attempt(
	{ ticket, click }: QuestionClick,
	app: AppCredential,
	context: EventContext,
	until: number,
): Promise<CallbackResponse> {
	let step = STEP_MS;
	for (let tries = 0; ; tries++) {
		const known = responseOfEnded(ticket.questionId, click);
		if (known) return known;
		const body = { ...proveClick(click, ticket, app, Date.now()), tries };
		const sent = sendToWaiting(context, ticket.resume, body, until);
		const outcome = await withTimeout(until - performance.now(), sent);
		switch (outcome?.kind) {
			case 'answered':
				return outcome.response;
			case 'ended':
				return ended({ ticket, click });
			case 'failed':
				warn(context, outcome.reason);
				return answerWith('error', HANDOVER_TOASTS.failed);
		}
		if (performance.now() + step >= until) {
			warn(context, 'the execution is being resumed, or n8n is slow');
			return answerWith('warning', HANDOVER_TOASTS.busy);
		}
		await sleep(step);
		step = Math.min(step * 2, MAX_STEP_MS);
	}
}

function ended({ ticket, click }: QuestionClick): CallbackResponse {
	const { questionId, expiresAt } = ticket;
	const isExpired = expiresAt !== undefined && click.at >= expiresAt;
	const known = responseOfEnded(questionId, click);
	if (known) return known;
	// Before that time, it may have been answered in another process: the card shows the outcome then.
	return isExpired
		? answerWith('warning', HANDOVER_TOASTS.expired, closedCard(click.action.value))
		: answerWith('warning', HANDOVER_TOASTS.ended);
}

function warn(context: EventContext, reason: string): void {
	const { name } = context.getNode();
	context.logger.warn(`"${name}" could not hand an answer on to the execution: ${reason}`);
}
