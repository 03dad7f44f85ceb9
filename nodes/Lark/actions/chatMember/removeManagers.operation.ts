import { deleteChatManagers } from '../../../shared/lark/chatMembers';
import { chat } from '../../fields/chat';
import { members } from '../../fields/members';
import type { Operation } from '../operation';
import { changeManagers } from './managers';

export const chatMemberRemoveManagers: Operation = {
	name: 'Remove Managers',
	value: 'removeManagers',
	action: 'Remove managers from a chat',
	description:
		'Make managers of a Lark group chat ordinary members again. The bot must be the owner of the group.',
	endpoints: [deleteChatManagers],
	lanes: [chat],
	properties: [chat.property, members.property],

	execute: async (item) => await changeManagers(item, deleteChatManagers),
};
