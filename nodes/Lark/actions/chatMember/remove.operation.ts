import { removeChatMembers } from '../../../shared/lark/chatMembers';
import { chat } from '../../fields/chat';
import { members } from '../../fields/members';
import type { Operation } from '../operation';

export const chatMemberRemove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove members from a chat',
	description:
		'Remove people or bots from a Lark group chat. The output lists the IDs that could not be removed. The bot must be owner or manager of the group, or remove itself.',
	endpoints: [removeChatMembers],
	lanes: [chat],
	properties: [chat.property, members.property],

	async execute(item) {
		const chat_id = chat.read(item);
		const { member_id_type, pieces } = members.read(item);
		const invalid_id_list: string[] = [];
		for (const id_list of pieces) {
			const removed = await item.lark.call(removeChatMembers, {
				path: { chat_id },
				query: { member_id_type },
				body: { id_list },
			});
			invalid_id_list.push(...(removed.invalid_id_list ?? []));
		}
		return { chat_id, invalid_id_list };
	},
};
