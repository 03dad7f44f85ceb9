import type { CallbackResponse } from '../../trigger/callback/callbackResponse';
import type { EventContext } from '../../trigger/context';
import { closedCard } from '../closedCard';
import { answerWith, judgeBefore, judgeEnded } from '../judge';
import { outcomeOf } from '../outcome';
import { findStored, type StoredQuestion } from '../storedExecution';
import { HANDOVER_TOASTS } from '../words';
import type { QuestionClick } from './questionClick';

/**
 * What is stored of the question that was clicked on. Never throws: the answers are for the toast alone then.
 *
 * @returns undefined when it cannot be read, and for a click on another message than that of the question
 */
async function find(
	{ ticket, click }: QuestionClick,
	context: EventContext,
): Promise<StoredQuestion | undefined> {
	const { executionId, questionId } = ticket;
	const found = await findStored(context, executionId, questionId).catch((error: Error) => {
		context.logger.warn(`The execution of a question could not be read: ${error.message}`);
	});
	if (!found || 'before' in found) return found ?? undefined;
	return found.state.message_id === click.message_id ? found : undefined;
}

/**
 * Tells somebody who has clicked while the execution goes on who has decided.
 *
 * @returns undefined when nobody has, or it is not known
 */
export async function responseIfDecided(
	question: QuestionClick,
	context: EventContext,
): Promise<CallbackResponse | undefined> {
	const found = await find(question, context);
	if (!found) return undefined;
	if ('before' in found) return judgeBefore(found.before);
	const { question: asked, answers } = found.state;
	return outcomeOf(asked, answers) && judgeEnded(asked, answers, question.click);
}

/**
 * Tells somebody who has clicked when nothing waits any more who has decided, as long as n8n has the data of the
 * execution; otherwise that the question has ended.
 */
export async function responseOfEnded(
	question: QuestionClick,
	context: EventContext,
): Promise<CallbackResponse> {
	const { ticket, click } = question;
	const found = await find(question, context);
	if (found) {
		return 'before' in found
			? judgeBefore(found.before)
			: judgeEnded(found.state.question, found.state.answers, click);
	}
	const { expiresAt } = ticket;
	const isExpired = expiresAt !== undefined && click.at >= expiresAt;
	return isExpired
		? answerWith('warning', HANDOVER_TOASTS.expired, closedCard(click.action.value))
		: answerWith('warning', HANDOVER_TOASTS.ended);
}
