import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { ActAs } from '../transport/actAs';

/** Reads who a picker asks for: the bot, unless the node acts as a person. */
export function pickerActAs(context: ILoadOptionsFunctions): ActAs {
	return context.getCurrentNodeParameter('authentication') === 'user' ? 'user' : 'bot';
}
