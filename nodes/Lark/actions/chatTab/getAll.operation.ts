import { listChatTabs } from '../../../shared/lark/chatTabs';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';

export const chatTabGetAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tabs of a chat',
	description: 'List the tabs of a Lark chat from left to right, those of Lark itself included',
	endpoints: [listChatTabs],
	lanes: [chat],
	properties: [chat.property],

	async execute(item) {
		const chat_id = chat.read(item);
		const { chat_tabs = [] } = await item.lark.call(listChatTabs, { path: { chat_id } });
		return chat_tabs.map((tab) => ({ ...tab, chat_id }));
	},
};
