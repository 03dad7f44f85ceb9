import { chatProperty } from '../common/chat';
import { BOT_OR_USER, type Operation } from '../operation';
import { changeManagers } from './managers';
import { membersProperty } from './members';

/** POST /open-apis/im/v1/chats/:chat_id/managers/delete_managers, group/chat-member/delete_managers. */
export const removeManagers: Operation = {
	name: 'Remove Managers',
	value: 'removeManagers',
	action: 'Remove managers from a chat',
	description:
		'Make managers of a Lark group chat ordinary members again. The bot must be the owner of the group.',
	identities: BOT_OR_USER,
	properties: [chatProperty, membersProperty],

	execute: async (item) => await changeManagers(item, 'delete_managers'),
};
