import { sleep } from 'n8n-workflow';

import {
	CALLBACK_DEADLINE_MS,
	type CallbackResponse,
} from '../../trigger/callback/callbackResponse';
import type { EventContext } from '../../trigger/context';
import { withTimeout } from '../../trigger/withTimeout';
import type { AppCredential } from '../appKeys';
import { answerWith } from '../judge';
import { proveClick } from '../proof';
import { HANDOVER_TOASTS } from '../words';
import { responseIfDecided, responseOfEnded } from './ended';
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
	question: QuestionClick,
	app: AppCredential,
	context: EventContext,
	until: number,
): Promise<CallbackResponse> {
	const { ticket, click } = question;
	const inTime = async <T>(work: Promise<T>) => await withTimeout(until - performance.now(), work);
	for (let step = STEP_MS; ; step = Math.min(step * 2, MAX_STEP_MS)) {
		const body = proveClick(click, ticket, app, Date.now());
		const outcome = await inTime(sendToWaiting(context, ticket.resume, body, until));
		switch (outcome?.kind) {
			case 'answered':
				return outcome.response;
			case 'refused': {
				const response = await inTime(responseIfDecided(question, context));
				if (response) return response;
				warn(context, 'the node has asked another question since, or the App Secret was changed');
				return answerWith('warning', HANDOVER_TOASTS.unreadable);
			}
			case 'failed':
				warn(context, outcome.reason);
				return answerWith('error', HANDOVER_TOASTS.failed);
			case 'ended': {
				const response = await inTime(responseOfEnded(question, context));
				return response ?? answerWith('warning', HANDOVER_TOASTS.ended);
			}
			case 'again': {
				const response = await inTime(responseIfDecided(question, context));
				if (response) return response;
			}
		}
		if (performance.now() + step >= until) {
			warn(context, 'the execution is being resumed, or n8n is slow');
			return answerWith('warning', HANDOVER_TOASTS.busy);
		}
		await sleep(step);
	}
}

function warn(context: EventContext, reason: string): void {
	const { name } = context.getNode();
	context.logger.warn(`"${name}" could not hand an answer on to the execution: ${reason}`);
}
