import { addChatManagers } from '../../../shared/lark/chatMembers';
import { chat } from '../../fields/chat';
import { members } from '../../fields/members';
import type { Operation } from '../operation';
import { changeManagers } from './managers';

export const chatMemberAddManagers: Operation = {
	name: 'Add Managers',
	value: 'addManagers',
	action: 'Add managers to a chat',
	description:
		'Make members managers of a Lark group chat: up to 10, or 20 in a supergroup. The bot must be the owner of the group.',
	endpoints: [addChatManagers],
	lanes: [chat],
	properties: [chat.property, members.property],

	execute: async (item) => await changeManagers(item, addChatManagers),
};
