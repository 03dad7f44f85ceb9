import type { Preparation, Scenarios } from './preparation';

const tab = { tab_name: 'Roadmap', tabLink: 'https://example.com/roadmap' };

const added = async (prepared: Preparation) => {
	const { tab_id } = await prepared.outputOf('chatTab', 'add', prepared.chat(), tab);
	return String(tab_id);
};

/** Lets only the owner change the group. */
const restricted = (prepared: Preparation) => {
	prepared.group.settings.edit_permission = 'only_owner';
	return prepared.chat();
};

/** The tabs of chats. */
export const chatTabScenarios: Scenarios = {
	add: {
		works: [(prepared) => ({ parameters: { ...prepared.chat(), ...tab } })],
		refused: (prepared) => ({ parameters: { ...restricted(prepared), ...tab } }),
		code: 232055,
	},
	update: {
		works: [
			async (prepared) => ({
				parameters: {
					...prepared.chat(),
					tabId: await added(prepared),
					updateFields: { tab_name: 'Plan' },
				},
			}),
		],
		refused: (prepared) => ({
			parameters: {
				...prepared.chat(),
				tabId: prepared.group.tabs[0].tab_id,
				updateFields: { tab_name: 'Plan' },
			},
		}),
		code: 232049,
	},
	getAll: {
		works: [(prepared) => ({ parameters: prepared.chat() })],
		refused: (prepared) => ({ parameters: prepared.chat(prepared.foreign) }),
		code: 232011,
	},
	sort: {
		works: [
			async (prepared) => ({
				parameters: { ...prepared.chat(), tabIds: await added(prepared) },
			}),
		],
		refused: async (prepared) => {
			const tabIds = await added(prepared);
			return { parameters: { ...restricted(prepared), tabIds } };
		},
		code: 232055,
	},
	remove: {
		works: [
			async (prepared) => ({ parameters: { ...prepared.chat(), tabId: await added(prepared) } }),
		],
		refused: (prepared) => ({
			parameters: { ...prepared.chat(), tabId: prepared.group.tabs[0].tab_id },
		}),
		code: 232049,
	},
};
