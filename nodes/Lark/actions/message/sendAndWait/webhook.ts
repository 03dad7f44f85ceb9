import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { waitingQuestion } from '../../../../shared/decision/waitingState';
import { takePage } from './browser/takePage';
import { takeClick } from './takeClick';

/**
 * Takes what reaches the URL of a waiting execution: a page, where people answer on pages, else a click that a
 * trigger proves to have got from Lark.
 */
export async function sendAndWaitWebhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const state = waitingQuestion(this);
	if (typeof state === 'object' && state.question.answerIn === 'browser') {
		return await takePage(this, state);
	}
	return await takeClick(this);
}
