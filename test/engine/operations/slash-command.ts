import type { Preparation, Scenarios } from './preparation';

const command = { command: 'help', commandDescription: 'Shows what the bot can do' };

const created = async (prepared: Preparation) => {
	const { command_id } = await prepared.outputOf('slashCommand', 'create', command);
	return { commandId: String(command_id) };
};

const without = async (prepared: Preparation) => {
	const parameters = await created(prepared);
	prepared.withoutScopes();
	return { parameters };
};

/** The commands that people find after a slash. */
export const slashCommandScenarios: Scenarios = {
	create: {
		works: [
			() => ({ parameters: command }),
			() => ({
				parameters: {
					...command,
					command: '/deploy',
					options: {
						commandIcon: 'code-block_filled',
						translations: { value: { zh_cn: '部署' } },
					},
				},
			}),
		],
		refused: async (prepared) => {
			await created(prepared);
			return { parameters: command };
		},
		code: 40000000,
	},
	getAll: {
		works: [
			async (prepared) => {
				await created(prepared);
				return { parameters: {} };
			},
		],
		refused: (prepared) => {
			prepared.withoutScopes();
			return { parameters: {} };
		},
		code: 99991672,
	},
	update: {
		works: [
			async (prepared) => ({
				parameters: {
					...(await created(prepared)),
					updateFields: { translations: { value: { ja_jp: 'ヘルプ' } } },
				},
			}),
		],
		refused: async (prepared) => ({
			parameters: {
				...(await created(prepared)),
				updateFields: { commandIcon: 'no_such_icon' },
			},
		}),
		code: 40000031,
	},
	delete: {
		works: [async (prepared) => ({ parameters: await created(prepared) })],
		refused: without,
		code: 99991672,
	},
};
