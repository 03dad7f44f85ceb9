import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';

/** A chat, picked by its name or entered as chat_id; `checkChatId` reads it. */
export const chatProperty: INodeProperties = {
	displayName: 'Chat',
	name: 'chatId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The group chat, by its chat_id (oc_...)',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a chat...',
			typeOptions: { searchListMethod: 'searchChats', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. oc_a0553eda9014c201e6969b478895c230',
		},
	],
};

/** @see group/chat-id-description: oc_ and what follows */
export const isChatId = (id: string): boolean => /^oc_\w+$/.test(id);

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
