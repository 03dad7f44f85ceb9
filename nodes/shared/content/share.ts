import { InputError } from '../inputError';
import type { MessageContent } from './message';

/**
 * Makes the content of a chat's card. The bot must be in the chat; p2p chats cannot be shared.
 *
 * @param chat_id checked
 * @see im-v1/message/message-content-description/create_json, "share_chat"
 */
export function chatCardContent(chat_id: string): MessageContent {
	return { msg_type: 'share_chat', content: JSON.stringify({ chat_id }) };
}

/**
 * Makes the content of a person's card.
 *
 * @throws InputError for anything but an open_id
 * @see im-v1/message/message-content-description/create_json, "share_user"
 */
export function userCardContent(openId: string): MessageContent {
	const user_id = openId.trim();
	if (/^ou_\w+$/.test(user_id)) {
		return { msg_type: 'share_user', content: JSON.stringify({ user_id }) };
	}
	throw new InputError(
		user_id === '' ? 'User Open ID is empty' : `User Open ID cannot be "${user_id}"`,
		'Enter an open_id: it starts with ou_ and belongs to this app. Bots cannot be shared.',
	);
}
