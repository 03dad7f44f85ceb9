import { chatProperty } from '../common/chat';
import { BOT_OR_USER, type Operation } from '../operation';
import { changeManagers } from './managers';
import { membersProperty } from './members';

/** POST /open-apis/im/v1/chats/:chat_id/managers/add_managers, group/chat-member/add_managers. */
export const addManagers: Operation = {
	name: 'Add Managers',
	value: 'addManagers',
	action: 'Add managers to a chat',
	description:
		'Make members managers of a Lark group chat: up to 10, or 20 in a supergroup. The bot must be the owner of the group.',
	identities: BOT_OR_USER,
	properties: [chatProperty, membersProperty],

	execute: async (item) => await changeManagers(item, 'add_managers'),
};
