import type { Preparation, Scenarios } from './preparation';

const card = { feedTitle: 'Approvals', feedLink: 'https://example.com/approvals' };

const buttons = {
	button: [
		{ text: 'Open', url: 'https://example.com/approvals', button_type: 'primary' },
		{
			text: 'Approve',
			action_type: 'webhook',
			actionValues: { variable: [{ name: 'request', value: '17' }] },
		},
	],
};

const label = { label: { labelText: 'Urgent', type: 'danger' } };

const people = ({ alice }: Preparation) => ({ users: alice.userId });

const created = async (prepared: Preparation) => {
	const { biz_id } = await prepared.outputOf('feedCard', 'create', people(prepared), card);
	return { ...people(prepared), bizId: String(biz_id) };
};

const without = async (prepared: Preparation) => {
	const parameters = await created(prepared);
	prepared.withoutScopes();
	return parameters;
};

const updateFields = { feedTitle: 'No approvals' };

/** Cards in people's message lists. */
export const feedCardScenarios: Scenarios = {
	create: {
		works: [
			(prepared) => ({ parameters: { ...people(prepared), ...card } }),
			(prepared) => ({
				parameters: {
					...people(prepared),
					...card,
					options: { feedButtons: buttons, status_label: label },
				},
			}),
		],
		refused: (prepared) => ({ parameters: { ...people(prepared.withoutScopes()), ...card } }),
		code: 99991672,
	},
	update: {
		works: [
			async (prepared) => ({ parameters: { ...(await created(prepared)), updateFields } }),
			async (prepared) => ({
				parameters: {
					...(await created(prepared)),
					updateFields: { feedButtons: buttons, status_label: label },
				},
			}),
		],
		refused: async (prepared) => ({
			parameters: { ...(await without(prepared)), updateFields },
		}),
		code: 99991672,
	},
	delete: {
		works: [async (prepared) => ({ parameters: await created(prepared) })],
		refused: async (prepared) => ({ parameters: await without(prepared) }),
		code: 99991672,
	},
	updateChatButtons: {
		works: [
			(prepared) => ({
				parameters: { ...people(prepared), ...prepared.chat(), feedButtons: buttons },
			}),
		],
		refused: (prepared) => ({
			parameters: {
				...people(prepared),
				...prepared.chat(prepared.foreign),
				feedButtons: buttons,
			},
		}),
		code: 230027,
	},
	pinOnTop: {
		works: [
			(prepared) => ({ parameters: { ...people(prepared), ...prepared.chat() } }),
			(prepared) => ({
				parameters: { ...people(prepared), pinTarget: 'group', ...prepared.chat() },
			}),
		],
		refused: (prepared) => ({
			parameters: {
				...people(prepared),
				pinTarget: 'group',
				...prepared.chat(prepared.foreign),
			},
		}),
		code: 230027,
	},
};
