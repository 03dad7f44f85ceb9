import { LarkError } from '../../../contract/lark-error';
import { ids } from '../../../world/ids';
import type { Chat, ChatMenu, ChatMenuItem } from '../../../world/types';
import { assertMember, chatOf, invalidParameter, openChatOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import { assertOwnedImage, isAddress } from './owned-image';
import { manages } from './rights';

interface GivenMenu {
	chat_menu_item: ChatMenuItem;
	children?: Array<{ chat_menu_item?: ChatMenuItem }>;
}

const MAX_MENUS = 3;
const MAX_SUB_ITEMS = 5;
const MAX_NAME = 120;

/** group/chat-menu_tree/create.md: the menus that are there stay; the answer has all. */
const create = handler<{ body: { menu_tree: { chat_menu_top_levels: GivenMenu[] } } }>(
	(call, platform) => {
		const chat = editableGroup(call, platform);
		const given = call.body.menu_tree.chat_menu_top_levels;
		if (chat.menus.length + given.length > MAX_MENUS) throw new LarkError(232070);
		const menus = given.map(({ chat_menu_item: item, children = [] }): ChatMenu => {
			if (children.length > MAX_SUB_ITEMS) throw new LarkError(232071);
			assertRight(call, platform, item);
			const isList = children.length > 0;
			if (isList && (item.action_type !== 'NONE' || item.image_key)) throw new LarkError(232078);
			return {
				chat_menu_top_level_id: ids.part(),
				chat_menu_item: item,
				children: children.map(({ chat_menu_item: sub }) => {
					if (!sub) throw new LarkError(232078);
					assertRight(call, platform, sub);
					return { chat_menu_second_level_id: ids.part(), chat_menu_item: sub };
				}),
			};
		});
		chat.menus.push(...menus);
		return changed(chat, platform);
	},
);

/** group/chat-menu_tree/get.md */
const get = handler((call, platform) => {
	const chat = chatOf(call, platform);
	assertMember(call, chat);
	return treeOf(chat);
});

const FIELDS: Record<string, keyof ChatMenuItem> = {
	ICON: 'image_key',
	NAME: 'name',
	I18N_NAME: 'i18n_names',
	REDIRECT_LINK: 'redirect_link',
};

/** group/chat-menu_tree/patch.md: changes the fields that are named; the kind of an item stays. */
const patch = handler<{ body: { update_fields: string[]; chat_menu_item: ChatMenuItem } }>(
	(call, platform) => {
		const chat = editableGroup(call, platform);
		const item = itemOf(call, chat);
		const { update_fields, chat_menu_item: given } = call.body;
		const names = update_fields.map((field) => FIELDS[field]);
		const next = Object.assign({ ...item }, ...names.map((name) => ({ [name]: given[name] })));
		if (given.action_type && given.action_type !== item.action_type) throw new LarkError(232078);
		assertRight(call, platform, next);
		Object.assign(item, next);
		platform.world.emit({ type: 'state' });
		return { chat_menu_item: item };
	},
);

/** group/chat-menu_tree/sort.md: all IDs of the top level. */
const sort = handler<{ body: { chat_menu_top_level_ids: string[] } }>((call, platform) => {
	const chat = editableGroup(call, platform);
	const order = call.body.chat_menu_top_level_ids;
	const known = chat.menus.map((menu) => menu.chat_menu_top_level_id);
	if ([...known].sort().join() !== [...order].sort().join()) throw new LarkError(232072);
	const placeOf = (menu: ChatMenu) => order.indexOf(menu.chat_menu_top_level_id);
	chat.menus.sort((a, b) => placeOf(a) - placeOf(b));
	return changed(chat, platform);
});

/** group/chat-menu_tree/delete.md: the answer has the menus that remain. */
const remove = handler<{ body: { chat_menu_top_level_ids: string[] } }>((call, platform) => {
	const chat = editableGroup(call, platform);
	const gone = call.body.chat_menu_top_level_ids;
	const known = chat.menus.map((menu) => menu.chat_menu_top_level_id);
	if (gone.some((id) => !known.includes(id))) {
		throw invalidParameter(call.endpoint, 'chat_menu_top_level_ids');
	}
	chat.menus = chat.menus.filter((menu) => !gone.includes(menu.chat_menu_top_level_id));
	return changed(chat, platform);
});

export const menuHandlers: HandlerTable = {
	'im.v1.chat_menu_tree.create': create,
	'im.v1.chat_menu_tree.get': get,
	'im.v1.chat_menu_item.patch': patch,
	'im.v1.chat_menu_tree.sort': sort,
	'im.v1.chat_menu_tree.delete': remove,
};

const treeOf = ({ menus }: Chat) => ({ menu_tree: { chat_menu_top_levels: menus } });

function changed(chat: Chat, { world }: Platform) {
	world.emit({ type: 'state' });
	return treeOf(chat);
}

/** @throws LarkError 232008 for what is no group, 232055 where only owner and managers may edit it */
function editableGroup(call: Call, platform: Platform): Chat {
	const chat = openChatOf(call, platform);
	if (chat.mode !== 'group') throw new LarkError(232008);
	const isRestricted = chat.settings.edit_permission === 'only_owner';
	if (isRestricted && !manages(call, chat)) throw new LarkError(232055);
	return chat;
}

function assertRight(call: Call, platform: Platform, item: ChatMenuItem): void {
	const length = [...(item.name ?? '')].length;
	const opens = item.action_type === 'REDIRECT_LINK';
	const isRight = length > 0 && length <= MAX_NAME;
	if (!isRight || (opens && !isAddress(item.redirect_link?.common_url)))
		throw new LarkError(232078);
	assertOwnedImage(call, platform, item.image_key);
}

function itemOf({ endpoint, params }: Call, { menus }: Chat): ChatMenuItem {
	const id = params.menu_item_id;
	const top = menus.find((menu) => menu.chat_menu_top_level_id === id);
	const all = menus.flatMap(({ children }) => children);
	const found = top ?? all.find((sub) => sub.chat_menu_second_level_id === id);
	if (!found) throw invalidParameter(endpoint, 'invalid menu_item_id');
	return found.chat_menu_item;
}
