import { isChatId } from '../../shared/chatId';
import { unusableValue } from '../../shared/inputError';
import { chatPicker } from '../../shared/pickers/properties';
import type { Field, FieldLabels } from './field';

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
	throw unusableValue(
		field,
		id,
		'chat IDs start with oc_',
		'Pick a chat from the list, or take its chat_id from Lark Trigger ({{ $json.chat_id }}).',
	);
}

/** A chat, picked by its name or entered as chat_id. */
export function chatField(labels: FieldLabels = {}): Field<string> {
	const property = {
		...chatPicker,
		displayName: 'Chat',
		name: 'chatId',
		required: true,
		description: 'The group chat, by its chat_id (oc_...)',
		...labels,
	};
	return {
		property,
		read: (item) => checkChatId(item.string(property.name), property.displayName),
	};
}

/** The chat that an operation is about. */
export const chat = chatField();
