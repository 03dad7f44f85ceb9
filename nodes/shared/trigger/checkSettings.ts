import { NodeOperationError, type IHookFunctions, type ITriggerFunctions } from 'n8n-workflow';

import { InputError } from '../inputError';
import { readSettings, type EventSettings } from '../events/settings';

/**
 * Reads the settings of a trigger when its workflow is published or tested, so that what is wrong
 * shows then, not when the first event comes.
 *
 * @throws NodeOperationError that says what is wrong and how to mend it
 */
export function checkSettings(context: IHookFunctions | ITriggerFunctions): EventSettings {
	try {
		return readSettings(context);
	} catch (error) {
		if (!(error instanceof InputError)) {
			throw new NodeOperationError(context.getNode(), error as Error);
		}
		throw new NodeOperationError(context.getNode(), error.message, { description: error.fix });
	}
}
