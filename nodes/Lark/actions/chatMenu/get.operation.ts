import { getChatMenu } from '../../../shared/lark/chatMenus';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';

export const chatMenuGet: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get the menus of a chat',
	description: 'Get the menus of a Lark group chat from left to right. One item per menu.',
	endpoints: [getChatMenu],
	lanes: [chat],
	properties: [chat.property],

	async execute(item) {
		const chat_id = chat.read(item);
		const { menu_tree } = await item.lark.call(getChatMenu, { path: { chat_id } });
		return (menu_tree?.chat_menu_top_levels ?? []).map((level) => ({ ...level, chat_id }));
	},
};
