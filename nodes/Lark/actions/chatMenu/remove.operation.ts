import { deleteChatMenu } from '../../../shared/lark/chatMenus';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';
import { menuId } from './menuItem';

export const chatMenuRemove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove a menu from a chat',
	description: 'Remove a menu with its sub-menu items from a Lark group chat',
	endpoints: [deleteChatMenu],
	lanes: [chat],
	properties: [chat.property, menuId.property],

	async execute(item) {
		const chat_id = chat.read(item);
		const chat_menu_top_level_id = menuId.read(item);
		await item.lark.call(deleteChatMenu, {
			path: { chat_id },
			body: { chat_menu_top_level_ids: [chat_menu_top_level_id] },
		});
		return { deleted: true, chat_menu_top_level_id };
	},
};
