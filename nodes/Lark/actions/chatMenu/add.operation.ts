import { checkKey } from '../../../shared/content/key';
import { createChatMenu } from '../../../shared/lark/chatMenus';
import { chat } from '../../fields/chat';
import { choiceField } from '../../fields/field';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../operation';
import {
	checkMenuName,
	menuIconProperty,
	menuLinkProperty,
	menuNameProperty,
	redirectTo,
	subItems,
} from './menuItem';

const menuAction = choiceField({
	displayName: 'When Clicked',
	name: 'menuAction',
	type: 'options',
	options: [
		{ name: 'Open a Link', value: 'link' },
		{ name: 'Show a Sub-Menu', value: 'submenu' },
	],
	default: 'link',
	description: 'What a click on the menu does. It cannot be changed later.',
});

/** A menu that opens a list has no icon (group/chat-menu_tree/create, image_key). */
const icon = {
	...optionsCollection([menuIconProperty]),
	displayOptions: { show: { menuAction: ['link'] } },
};

export const chatMenuAdd: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add a menu to a chat',
	description: 'Add a menu to a Lark group chat, beside those that are there. A group has up to 3.',
	endpoints: [createChatMenu],
	lanes: [chat],
	properties: [
		chat.property,
		{ ...menuNameProperty, required: true },
		menuAction.property,
		{ ...menuLinkProperty, required: true, displayOptions: { show: { menuAction: ['link'] } } },
		subItems.property,
		icon,
	],

	async execute(item) {
		const chat_id = chat.read(item);
		const name = checkMenuName(item.string('menuName'));
		const opensLink = menuAction.read(item) === 'link';
		const iconKey = opensLink ? item.string('options.icon_key').trim() : '';
		const image_key = iconKey && checkKey('image_key', iconKey, 'Icon Image Key');
		const target = opensLink
			? redirectTo(item.string('menuLink'))
			: { action_type: 'NONE' as const };
		const level = {
			chat_menu_item: { name, ...target, ...(image_key && { image_key }) },
			...(!opensLink && { children: subItems.read(item) }),
		};
		const { menu_tree } = await item.lark.call(createChatMenu, {
			path: { chat_id },
			body: { menu_tree: { chat_menu_top_levels: [level] } },
		});
		const levels = menu_tree?.chat_menu_top_levels ?? [];
		return { ...levels.findLast(({ chat_menu_item }) => chat_menu_item?.name === name), chat_id };
	},
};
