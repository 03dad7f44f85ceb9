import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

import { isChatId } from '../../shared/chatId';
import { picked } from '../../shared/values';

/**
 * Reads which chat is chosen, for a list of what that chat has.
 *
 * @throws NodeOperationError while there is none, or one that an expression gives with each item
 */
export function pickedChat(context: ILoadOptionsFunctions): string {
	const id = String(picked(context.getCurrentNodeParameter('chatId')) ?? '').trim();
	if (isChatId(id)) return id;
	throw new NodeOperationError(context.getNode(), 'No chat is chosen whose list could be shown', {
		description: 'Choose the chat first. If an expression gives the chat, enter the ID here.',
	});
}
