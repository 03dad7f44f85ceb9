import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { applicationOf } from '../../../../shared/application/application';
import { appOf } from '../../../../shared/decision/appKeys';
import type { Click } from '../../../../shared/decision/decision';
import { readHandOver, REFUSED } from '../../../../shared/decision/handOverBody';
import { judge } from '../../../../shared/decision/judge';
import { readProvenClick } from '../../../../shared/decision/proof';
import type { QuestionState } from '../../../../shared/decision/question';
import {
	keepAnswers,
	readAgain,
	waitForMore,
	waitingQuestion,
} from '../../../../shared/decision/waitingState';

function refuse(context: IWebhookFunctions, status: 403 | 409): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message: REFUSED });
	return { noWebhookResponse: true };
}

/** The click that a trigger proves to have got from Lark, for the very question that waits. */
async function readClick(
	context: IWebhookFunctions,
	{ question, message_id }: QuestionState,
): Promise<Click | undefined> {
	const app = appOf(await context.getCredentials('larkApi'));
	const executionId = context.getExecutionId();
	const target = { executionId, nodeId: context.getNode().id, questionId: question.id };
	const given = readHandOver(context.getBodyData());
	const click = readProvenClick(given, target, app, Date.now());
	return click?.message_id === message_id ? click : undefined;
}

/**
 * Lets a click count on the question that waits in this execution. What carries no proof counts nothing.
 * Never throws, since n8n would resume the execution with the error.
 */
export async function takeClick(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await take(context);
	} catch (error) {
		const { name } = context.getNode();
		context.logger.warn(`"${name}" could not take an answer: ${(error as Error).message}`);
		return refuse(context, 409);
	}
}

async function take(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	applicationOf(context);
	const state = waitingQuestion(context);
	if (state === 'busy') return refuse(context, 409);
	const click = state && (await readClick(context, state));
	if (!click) return refuse(context, 403);

	const { question, answers } = state;
	const verdict = judge(question, answers, click);
	const webhookResponse = verdict.response;
	if (verdict.kind === 'refused') return { webhookResponse };

	const reading = await readAgain(context);
	if (reading === undefined) return refuse(context, 409);
	if (verdict.kind === 'counted') {
		const workflowData = waitForMore(context, verdict.answers, reading);
		return { webhookResponse, workflowData };
	}
	keepAnswers(context, verdict.answers);
	return { webhookResponse, workflowData: [[{ json: verdict.output, pairedItem: { item: 0 } }]] };
}
