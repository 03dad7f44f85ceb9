import type { IWebhookResponseData } from 'n8n-workflow';

import { answerQuestion, unanswerable } from '../../shared/decision/click/answerQuestion';
import type { VerifiedPush } from '../request';
import { responseOfSiblings } from '../siblings/forward';
import { isForwarded } from '../siblings/sendOn';

/**
 * Takes the click on a question of Send and Wait for Response, for the workflow that has asked it. That of
 * the trigger is not started, and no other trigger of this n8n hears of it.
 *
 * @returns undefined for every other callback
 */
export async function acceptQuestion(
	push: VerifiedPush,
): Promise<IWebhookResponseData | undefined> {
	const answer = await answerQuestion(push);
	if (typeof answer !== 'string') return answer && { webhookResponse: answer };
	if (isForwarded(push.context)) return { webhookResponse: {} };
	const response = await responseOfSiblings(push);
	const isAnswered = Object.keys(response).length > 0;
	return { webhookResponse: isAnswered ? response : unanswerable(answer, push.context) };
}
