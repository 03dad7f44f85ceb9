import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import { BOT_OR_USER, type Operation } from '../operation';
import { membersProperty, readMembers } from './members';

/** DELETE /open-apis/im/v1/chats/:chat_id/members, group/chat-member/delete. */
export const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove members from a chat',
	description:
		'Remove people or bots from a Lark group chat. The output lists the IDs that could not be removed. The bot must be owner or manager of the group, or remove itself.',
	identities: BOT_OR_USER,
	properties: [chatProperty, membersProperty],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		const { member_id_type, pieces } = readMembers(item);
		const invalid_id_list: string[] = [];
		for (const id_list of pieces) {
			const answer = await item.lark.call<Client['im']['v1']['chatMembers']['delete']>({
				method: 'DELETE',
				url: '/open-apis/im/v1/chats/:chat_id/members',
				path: { chat_id },
				query: { member_id_type },
				body: { id_list },
			});
			invalid_id_list.push(...(answer.invalid_id_list ?? []));
		}
		return { chat_id, invalid_id_list };
	},
};
