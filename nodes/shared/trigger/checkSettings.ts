import { NodeOperationError, type IHookFunctions, type ITriggerFunctions } from 'n8n-workflow';

import { InputError } from '../inputError';
import type { CallbackResponse } from './callback/callbackResponse';
import { readCallbackResponse } from './callback/readCallbackResponse';
import type { ParameterSource } from './context';
import { readSettings, type EventSettings } from './settings';

/** What a trigger node does with an event, read when it begins to listen. */
export interface TriggerSettings {
	settings: EventSettings;
	callbackResponse: CallbackResponse;
}

type TriggerContext = IHookFunctions | ITriggerFunctions;

/** Makes the error of a trigger that cannot start. n8n shows its message alone, so the message has the fix. */
export function toNodeError(context: TriggerContext, error: Error): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const message = error instanceof InputError ? `${error.message}. ${error.fix}` : error.message;
	return new NodeOperationError(context.getNode(), message);
}

/**
 * Reads the settings of a trigger when its workflow is published or tested, so that what is wrong
 * shows then, not when the first event comes.
 *
 * @param checkMore looks at what only this trigger has
 * @throws NodeOperationError whose message says what is wrong and how to mend it
 */
export function checkSettings(
	context: TriggerContext,
	checkMore: (source: ParameterSource) => void = () => {},
): TriggerSettings {
	try {
		checkMore(context);
		return { settings: readSettings(context), callbackResponse: readCallbackResponse(context) };
	} catch (error) {
		throw toNodeError(context, error as Error);
	}
}
