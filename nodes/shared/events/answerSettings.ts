import type { IDataObject } from 'n8n-workflow';

import { readJson } from '../content/json';
import { callbackAnswer, type CallbackAnswer } from './answer';
import type { ParameterSource } from './settings';

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
	source: ParameterSource,
	report: (reason: string) => void,
): CallbackAnswer {
	try {
		return readAnswer(source);
	} catch (error) {
		report((error as Error).message);
		return {};
	}
}
