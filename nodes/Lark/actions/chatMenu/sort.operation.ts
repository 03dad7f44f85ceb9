import { getChatMenu, sortChatMenu } from '../../../shared/lark/chatMenus';
import { chat } from '../../fields/chat';
import { checkPresent } from '../../fields/presentIds';
import type { Operation } from '../operation';
import { menuIds } from './menuItem';

/** Lark wants the IDs of all menus (group/chat-menu_tree/sort). */
export const chatMenuSort: Operation = {
	name: 'Sort',
	value: 'sort',
	action: 'Sort the menus of a chat',
	description: 'Put the menus of a Lark group chat in another order',
	endpoints: [sortChatMenu, getChatMenu],
	lanes: [chat],
	properties: [chat.property, menuIds.property],

	async execute(item) {
		const chat_id = chat.read(item);
		const wanted = menuIds.read(item);
		const present = await item.lark.call(getChatMenu, { path: { chat_id } });
		const levels = present.menu_tree?.chat_menu_top_levels ?? [];
		const known = levels.map(({ chat_menu_top_level_id = '' }) => chat_menu_top_level_id);
		checkPresent(wanted, known, { field: 'Menu IDs', what: 'menu', source: 'Chat Menu > Get' });
		const { menu_tree } = await item.lark.call(sortChatMenu, {
			path: { chat_id },
			body: { chat_menu_top_level_ids: [...new Set([...wanted, ...known])] },
		});
		return (menu_tree?.chat_menu_top_levels ?? []).map((level) => ({ ...level, chat_id }));
	},
};
