import type { Operation } from '../operation';
import { pick } from '../records';

const FIELDS = [
	'chat_id',
	'name',
	'description',
	'owner_id',
	'chat_mode',
	'chat_type',
	'chat_status',
	'external',
	'user_count',
	'bot_count',
];

/** What a chat is, without its settings (group/chat/get-2, group/chat/list). */
export const simpleChat: Operation['simplify'] = (chat) => pick(chat, FIELDS);
