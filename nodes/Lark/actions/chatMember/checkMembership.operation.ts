import { isInChat } from '../../../shared/lark/chatMembers';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';

export const chatMemberCheckMembership: Operation = {
	name: 'Check Membership',
	value: 'checkMembership',
	action: 'Check membership in a chat',
	description: 'Check whether the bot itself is in a Lark chat',
	endpoints: [isInChat],
	lanes: [chat],
	properties: [chat.property],

	async execute(item) {
		const chat_id = chat.read(item);
		const membership = await item.lark.call(isInChat, {
			path: { chat_id },
		});
		return { chat_id, ...membership };
	},
};
