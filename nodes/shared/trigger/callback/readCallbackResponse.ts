import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { templateContent } from '../../content/card';
import { readObject } from '../../content/json';
import { readChoice, readText } from '../../values';
import type { ParameterSource } from '../context';
import { checkCallbackResponse, type CallbackResponse } from './callbackResponse';
import { callbackResponseProperties } from './properties';

/**
 * Reads the response to callbacks that is written in the trigger: what Lark gets at once, or when the
 * workflow is too slow.
 *
 * @throws InputError for a response that Lark would refuse
 */
export function readCallbackResponse(source: ParameterSource): CallbackResponse {
	const content = readText('Toast', source.getNodeParameter('toastText', '')).trim();
	const card = readCallbackCard(source);
	return checkCallbackResponse({
		...(content && { toast: { type: readOwnChoice(source, 'toastType', 'info'), content } }),
		...(card !== undefined && { card }),
	});
}

/** As {@link readCallbackResponse}, but gives {} and reports the reason instead of throwing: a callback must be answered. */
export function callbackResponseOrEmpty(
	source: ParameterSource,
	report: (reason: string) => void,
): CallbackResponse {
	try {
		return readCallbackResponse(source);
	} catch (error) {
		report((error as Error).message);
		return {};
	}
}

function readCallbackCard(source: ParameterSource): unknown {
	const read = (name: string) => source.getNodeParameter(name, '');
	switch (readOwnChoice(source, 'callbackCard', 'none')) {
		case 'json':
			return readObject(read('callbackCardJson'), 'Card JSON');
		case 'template': {
			const variables = readObject(read('callbackTemplateVariables') || {}, 'Template Variables');
			const { content } = templateContent(
				readText('Template ID', read('callbackTemplateId')),
				readText('Template Version', read('callbackTemplateVersion')),
				Object.entries(variables).map(([name, value]) => ({ name, value })),
			);
			return JSON.parse(content) as unknown;
		}
		default:
			return undefined;
	}
}

/** Reads one of the lists of choices in `callbackResponseProperties`. */
function readOwnChoice(source: ParameterSource, name: string, byDefault: string): unknown {
	const field = callbackResponseProperties.find(
		(property) => property.name === name,
	) as INodeProperties;
	const choices = field.options as INodePropertyOptions[];
	return readChoice(field.displayName, source.getNodeParameter(name, byDefault), choices);
}
