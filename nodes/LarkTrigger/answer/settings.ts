import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { callbackAnswer, type CallbackAnswer } from '../../shared/events/answer';
import { readJson } from '../../shared/content/json';

/** The webhook for events; callbacks that come here are answered as well. */
export const EVENT_WEBHOOK = 'default';

/** The webhook that n8n lets wait for the workflow when a callback is to be answered by it. n8n has two names to offer. */
export const CALLBACK_WEBHOOK = 'setup';

/** Who answers a callback, as n8n calls it. */
export type RespondMode = 'onReceived' | 'lastNode' | 'responseNode';

/** The part of n8n's contexts that reads parameters. */
interface ParameterSource {
	getNodeParameter(name: string, fallback?: unknown): unknown;
}

/** @returns who answers callbacks; the trigger itself unless something else is chosen */
export function respondMode(source: ParameterSource): RespondMode {
	return source.getNodeParameter('callbackAnswer', 'onReceived') as RespondMode;
}

function cardFrom(source: ParameterSource): unknown {
	const read = (name: string) => source.getNodeParameter(name, '');
	switch (read('callbackCard')) {
		case 'json':
			return readJson(read('callbackCardJson'), 'Card JSON');
		case 'template': {
			const version = String(read('callbackTemplateVersion')).trim();
			const variables = readJson(read('callbackTemplateVariables') || {}, 'Template Variables');
			return {
				type: 'template',
				data: {
					template_id: String(read('callbackTemplateId')).trim(),
					...(version && { template_version_name: version }),
					template_variable: variables as IDataObject,
				},
			};
		}
		default:
			return undefined;
	}
}

/**
 * Reads the answer that is written in the trigger: what Lark gets at once, or when the workflow is
 * too slow.
 *
 * @throws InputError for an answer that Lark would refuse
 */
export function readAnswer(source: ParameterSource): CallbackAnswer {
	const content = String(source.getNodeParameter('toastText', '') ?? '').trim();
	const card = cardFrom(source);
	return callbackAnswer({
		...(content && { toast: { type: source.getNodeParameter('toastType', 'info'), content } }),
		...(card !== undefined && { card }),
	});
}

/** As {@link readAnswer}, for a callback that must be answered: {} and the reason when it cannot be used. */
export function answerOrNothing(
	context: IWebhookFunctions,
	report: (reason: string) => void,
): CallbackAnswer {
	try {
		return readAnswer(context);
	} catch (error) {
		report((error as Error).message);
		return {};
	}
}
