import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import { readText } from '../../../shared/values';
import type { Field } from '../../fields/field';
import { checkLink } from '../../fields/link';
import { partIdsField, partPickerField } from '../../fields/partId';

/** group/chat-menu_tree/create: the longest name, and how many items a menu takes. */
const MAX_NAME = 120;
const MAX_SUB_ITEMS = 5;

const PICK_FIX =
	'Pick it from the list, or take it from Chat Menu > Get: {{ $json.chat_menu_top_level_id }}.';

/** The menu that an operation is about. */
export const menuId = partPickerField({
	displayName: 'Menu',
	name: 'menuId',
	placeholder: 'e.g. {{ $json.chat_menu_top_level_id }}',
	description: 'The menu, by its chat_menu_top_level_id from the output of Add or Get',
	fix: PICK_FIX,
	searchListMethod: 'searchChatMenus',
	dependsOn: ['chatId.value'],
});

/** Menus from left to right. */
export const menuIds = partIdsField({
	displayName: 'Menu IDs',
	name: 'menuIds',
	placeholder: 'e.g. 7156553273518882844, 7156553273518882845',
	description:
		'Menus in the new order, separated by commas. Menus that are left out follow in their present order.',
	fix: 'Take it from the output of Chat Menu > Get: {{ $json.chat_menu_top_level_id }}.',
});

/** A menu, or an item of one. */
export const menuItemId = partPickerField({
	displayName: 'Menu Item',
	name: 'menuItemId',
	placeholder: 'e.g. {{ $json.chat_menu_top_level_id }}',
	description:
		'The menu or sub-menu item, by its chat_menu_top_level_id or chat_menu_second_level_id from the output of Get',
	fix: PICK_FIX,
	searchListMethod: 'searchChatMenuItems',
	dependsOn: ['chatId.value'],
});

export const menuNameProperty: INodeProperties = {
	displayName: 'Name',
	name: 'menuName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Help',
	description: `Up to ${MAX_NAME} characters`,
};

export const menuLinkProperty: INodeProperties = {
	displayName: 'Link',
	name: 'menuLink',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/help',
	description: 'Address that opens with a click',
};

export const menuIconProperty: INodeProperties = {
	displayName: 'Icon Image Key',
	name: 'icon_key',
	type: 'string',
	default: '',
	placeholder: 'e.g. img_v3_02ab_7ea74629-9191-4176',
	description: 'Icon by its image_key. File > Upload Image gives one.',
};

/** @throws InputError for a name that is empty or too long */
export function checkMenuName(value: string, field = 'Name'): string {
	const name = value.trim();
	const length = [...name].length;
	if (length > 0 && length <= MAX_NAME) return name;
	throw new InputError(
		length === 0
			? `${field} is empty`
			: `${field} has ${length} characters, Lark takes at most ${MAX_NAME}`,
		'Enter what stands in the menu.',
	);
}

/** What opens with a click. */
export const redirectTo = (link: string) => ({
	action_type: 'REDIRECT_LINK' as const,
	redirect_link: { common_url: checkLink(link, 'Link') },
});

function subItem({ menuName, menuLink }: IDataObject) {
	const name = checkMenuName(readText('Name', menuName));
	return { chat_menu_item: { name, ...redirectTo(readText('Link', menuLink)) } };
}

/** The items of a menu that opens a list. */
export const subItems: Field<Array<ReturnType<typeof subItem>>> = {
	property: {
		displayName: 'Sub-Menu Items',
		name: 'subItems',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		displayOptions: { show: { menuAction: ['submenu'] } },
		default: {},
		placeholder: 'Add Item',
		description: `Up to ${MAX_SUB_ITEMS} items. Lark takes no further ones later.`,
		options: [{ displayName: 'Item', name: 'item', values: [menuNameProperty, menuLinkProperty] }],
	},
	read(item) {
		const rows = item.rows('subItems.item');
		if (rows.length > 0 && rows.length <= MAX_SUB_ITEMS) return rows.map(subItem);
		throw new InputError(
			rows.length === 0
				? 'Sub-Menu Items is empty'
				: `Sub-Menu Items has ${rows.length} entries, Lark takes at most ${MAX_SUB_ITEMS}`,
			'Add one to five items.',
		);
	},
};
