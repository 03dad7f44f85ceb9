import { getChat } from '../../../shared/lark/chats';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';
import { simpleChat } from './simple';

export const chatGet: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a chat',
	description: 'Get name, description, owner, settings and member counts of a Lark chat',
	endpoints: [getChat],
	lanes: [chat],
	properties: [chat.property],
	simplify: simpleChat,

	async execute(item) {
		const chat_id = chat.read(item);
		const data = await item.lark.call(getChat, {
			path: { chat_id },
		});
		return { chat_id, ...data };
	},
};
