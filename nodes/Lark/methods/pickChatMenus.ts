import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { getChatMenu } from '../../shared/lark/chatMenus';
import { pickerActAs } from '../../shared/pickers/pickerActAs';
import { openClient } from '../../shared/transport/openClients';
import { pickerList } from './pickerList';
import { pickedChat } from './pickedChat';

async function menusOf(context: ILoadOptionsFunctions) {
	const chat_id = pickedChat(context);
	const lark = await openClient(context, pickerActAs(context));
	const { menu_tree } = await lark.call(getChatMenu, { path: { chat_id } });
	return (menu_tree?.chat_menu_top_levels ?? []).map(
		({ chat_menu_top_level_id: value = '', chat_menu_item, children = [] }) => ({
			name: chat_menu_item?.name || value,
			value,
			children,
		}),
	);
}

/**
 * Lists the menus of the chosen chat, from left to right.
 *
 * @param filter what the user typed
 */
export async function pickChatMenus(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const menus = await menusOf(this);
	return pickerList(
		menus.map(({ name, value }) => ({ name, value })),
		filter,
	);
}

/**
 * Lists the menus of the chosen chat, each with the items of its sub-menu.
 *
 * @param filter what the user typed
 */
export async function pickChatMenuItems(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const menus = await menusOf(this);
	const entries = menus.flatMap(({ name, value, children }) => [
		{ name, value },
		...children.map(({ chat_menu_second_level_id: id = '', chat_menu_item }) => ({
			name: `${name} > ${chat_menu_item?.name || id}`,
			value: id,
		})),
	]);
	return pickerList(entries, filter);
}
