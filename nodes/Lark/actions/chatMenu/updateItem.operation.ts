import { checkKey } from '../../../shared/content/key';
import { InputError } from '../../../shared/inputError';
import { updateChatMenuItem } from '../../../shared/lark/chatMenus';
import { byDisplayName } from '../../fields/alphabetical';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';
import {
	checkMenuName,
	menuIconProperty,
	menuLinkProperty,
	menuItemId,
	menuNameProperty,
	redirectTo,
} from './menuItem';

export const chatMenuUpdateItem: Operation = {
	name: 'Update Item',
	value: 'updateItem',
	action: 'Update a menu item of a chat',
	description:
		'Change name, link or icon of a menu or sub-menu item of a Lark group chat. What is not given stays as it is.',
	endpoints: [updateChatMenuItem],
	lanes: [chat],
	properties: [
		chat.property,
		menuItemId.property,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [menuNameProperty, menuLinkProperty, menuIconProperty].sort(byDisplayName),
		},
	],

	async execute(item) {
		const chat_id = chat.read(item);
		const menu_item_id = menuItemId.read(item);
		const given = item.collection('updateFields');
		const icon = item.string('updateFields.icon_key').trim();
		const changes = {
			...('menuName' in given && {
				NAME: { name: checkMenuName(item.string('updateFields.menuName')) },
			}),
			...('menuLink' in given && {
				REDIRECT_LINK: redirectTo(item.string('updateFields.menuLink')),
			}),
			...(icon && { ICON: { image_key: checkKey('image_key', icon, 'Icon Image Key') } }),
		};
		const update_fields = Object.keys(changes) as Array<keyof typeof changes>;
		if (update_fields.length === 0) {
			throw new InputError('There is nothing to update', 'Add at least one of the Update Fields.');
		}
		const { chat_menu_item } = await item.lark.call(updateChatMenuItem, {
			path: { chat_id, menu_item_id },
			body: { update_fields, chat_menu_item: Object.assign({}, ...Object.values(changes)) },
		});
		return { ...chat_menu_item, menu_item_id, chat_id };
	},
};
