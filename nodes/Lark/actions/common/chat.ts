import type { INodeProperties } from 'n8n-workflow';

import { chatPicker } from '../../../shared/pickers/properties';
import { isChatId } from '../../../shared/chatId';
import { InputError } from '../../../shared/inputError';

/** A chat, picked by its name or entered as chat_id; `checkChatId` reads it. */
export const chatProperty: INodeProperties = {
	...chatPicker,
	displayName: 'Chat',
	name: 'chatId',
	required: true,
	description: 'The group chat, by its chat_id (oc_...)',
};

/**
 * Checks the ID of a chat.
 *
 * @param field as the editor shows it
 * @returns the ID without surrounding spaces
 * @throws InputError when it is no chat_id
 */
export function checkChatId(value: string, field = 'Chat'): string {
	const id = value.trim();
	if (isChatId(id)) return id;
	throw new InputError(
		id === '' ? `${field} is empty` : `${field} cannot be "${id}": chat IDs start with oc_`,
		'Pick a chat from the list, or take its chat_id from Lark Trigger ({{ $json.chat_id }}).',
	);
}
