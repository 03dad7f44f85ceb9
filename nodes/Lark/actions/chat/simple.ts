import type { Operation } from '../operation';
import { pick } from '../records';

const FIELDS = [
	'name',
	'description',
	'chat_mode',
	'chat_type',
	'chat_status',
	'external',
	'user_count',
	'bot_count',
	'chat_id',
	'owner_id',
];

/** What a chat is, without its settings (group/chat/get-2, group/chat/list). */
export const simpleChat: Operation['simplify'] = (chat) => pick(chat, FIELDS);
