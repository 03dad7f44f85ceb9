import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { Identity } from '../transport/session';

/** Reads who a picker asks for: the bot, unless the node acts as a person. */
export function pickerIdentity(context: ILoadOptionsFunctions): Identity {
	return context.getCurrentNodeParameter('authentication') === 'user' ? 'user' : 'bot';
}
