import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { decidedCard } from '../../../../../shared/decision/cards';
import { outputOfPage } from '../../../../../shared/decision/output';
import type { Pressed } from '../../../../../shared/decision/pressed';
import type { Question, QuestionState } from '../../../../../shared/decision/question';
import { readAnswer } from '../../../../../shared/decision/readAnswer';
import { showOnCard } from '../../../../../shared/decision/showOnCard';
import { HANDOVER_TOASTS, PAGE } from '../../../../../shared/decision/words';
import { pageOf, type Language } from './page';
import { formValueOf } from './submitted';

/** As n8n's own pages of forms: scripts run, without access to n8n. */
const SANDBOX =
	'sandbox allow-downloads allow-forms allow-modals allow-orientation-lock allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-presentation allow-scripts allow-top-navigation-by-user-activation allow-top-navigation-to-custom-protocols';

/** Which button of the card has led here: n8n has signed the query. */
function pressedOfQuery({ asked }: Question, { approved }: IDataObject): Pressed | undefined {
	if (asked.type !== 'approval') return 'submit';
	if (approved === 'true') return 'approve';
	return approved === 'false' && asked.decline ? 'decline' : undefined;
}

const languageOf = (accepted: unknown): Language =>
	/^\s*zh\b/i.test(String(accepted)) ? 'zh_cn' : 'en_us';

/**
 * Takes what reaches the URL of a question that is answered on a page. Opening it shows the page and decides
 * nothing, so that previews of links answer nothing; sending the page does. Never throws, since n8n would resume the
 * execution with the error.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/nodes-base/utils/sendAndWait/utils.ts `sendAndWaitWebhook`
 */
export async function takePage(
	context: IWebhookFunctions,
	state: QuestionState,
): Promise<IWebhookResponseData> {
	try {
		return await take(context, state);
	} catch (error) {
		const { name } = context.getNode();
		context.logger.warn(`"${name}" could not take an answer: ${(error as Error).message}`);
		const { failed } = HANDOVER_TOASTS;
		const language = languageOf(context.getRequestObject().headers['accept-language']);
		context.getResponseObject().status(500).send(failed[language]);
		return { noWebhookResponse: true };
	}
}

async function take(
	context: IWebhookFunctions,
	{ question, message_id, chat_id }: QuestionState,
): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	const response = context.getResponseObject();
	const language = languageOf(request.headers['accept-language']);
	const pressed = pressedOfQuery(question, request.query as IDataObject);
	const refuse = (text: string): IWebhookResponseData => {
		response.status(400).send(text);
		return { noWebhookResponse: true };
	};
	if (!pressed) return refuse(PAGE.unknown[language]);
	if (request.method !== 'POST') {
		response.setHeader('Content-Security-Policy', SANDBOX);
		response.render('form-trigger', pageOf(question, pressed, language));
		return { noWebhookResponse: true };
	}
	const form_value = formValueOf(question, pressed, context.getBodyData());
	const reading = readAnswer(question, pressed, { form_value });
	if ('problem' in reading) return refuse(reading.problem[language]);
	const answer = { ...reading.value, at: Date.now() };
	const card = decidedCard(question, [answer], answer);
	if (card) await showOnCard(context, message_id, card);
	return {
		webhookResponse: PAGE.thanks[language],
		workflowData: [
			[
				{
					json: outputOfPage(question, answer, { message_id, chat_id }),
					pairedItem: { item: 0 },
				},
			],
		],
	};
}
