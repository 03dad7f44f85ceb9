import type { Preparation, Scenarios } from './preparation';

const menu = { menuName: 'Help', menuLink: 'https://example.com/help' };

const added = async (prepared: Preparation) => {
	const { chat_menu_top_level_id } = await prepared.outputOf(
		'chatMenu',
		'add',
		prepared.chat(),
		menu,
	);
	return String(chat_menu_top_level_id);
};

/** Lets only the owner change the group. */
const restricted = (prepared: Preparation) => {
	prepared.group.settings.edit_permission = 'only_owner';
	return prepared.chat();
};

const updateFields = { menuName: 'Support' };

/** The menus of groups. */
export const chatMenuScenarios: Scenarios = {
	add: {
		works: [
			(prepared) => ({ parameters: { ...prepared.chat(), ...menu } }),
			(prepared) => ({
				parameters: {
					...prepared.chat(),
					menuName: 'More',
					menuAction: 'submenu',
					subItems: { item: [menu, menu] },
				},
			}),
		],
		refused: async (prepared) => {
			for (const _ of [1, 2, 3]) await added(prepared);
			return { parameters: { ...prepared.chat(), ...menu } };
		},
		code: 232070,
	},
	get: {
		works: [
			async (prepared) => {
				await added(prepared);
				return { parameters: prepared.chat() };
			},
		],
		refused: (prepared) => ({ parameters: prepared.chat(prepared.foreign) }),
		code: 232011,
	},
	updateItem: {
		works: [
			async (prepared) => ({
				parameters: { ...prepared.chat(), menuItemId: await added(prepared), updateFields },
			}),
		],
		refused: (prepared) => ({ parameters: { ...prepared.chat(), menuItemId: '7', updateFields } }),
		code: 232001,
	},
	sort: {
		works: [
			async (prepared) => ({ parameters: { ...prepared.chat(), menuIds: await added(prepared) } }),
		],
		refused: async (prepared) => {
			const menuIds = await added(prepared);
			return { parameters: { ...restricted(prepared), menuIds } };
		},
		code: 232055,
	},
	remove: {
		works: [
			async (prepared) => ({ parameters: { ...prepared.chat(), menuId: await added(prepared) } }),
		],
		refused: (prepared) => ({ parameters: { ...prepared.chat(), menuId: '7' } }),
		code: 232001,
	},
};
