import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

import type { ActAs } from '../transport/actAs';

/**
 * Reads who a picker asks for: the bot, unless the node acts as a person.
 *
 * @throws NodeOperationError for a group bot, which has no access to any list
 */
export function pickerActAs(context: ILoadOptionsFunctions): ActAs {
	const chosen = context.getCurrentNodeParameter('authentication');
	if (chosen !== 'groupBot') return chosen === 'user' ? 'user' : 'bot';
	throw new NodeOperationError(context.getNode(), 'A group bot cannot list chats and people', {
		description: 'Choose to enter the ID instead.',
	});
}
