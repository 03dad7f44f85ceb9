import { joinChat } from '../../../shared/lark/chatMembers';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';

export const chatMemberJoin: Operation = {
	name: 'Join',
	value: 'join',
	action: 'Join a chat',
	description: 'Let the bot join a public Lark group chat that needs no approval',
	endpoints: [joinChat],
	lanes: [chat],
	properties: [chat.property],

	async execute(item) {
		const chat_id = chat.read(item);
		await item.lark.call(joinChat, {
			path: { chat_id },
		});
		return { chat_id, success: true };
	},
};
