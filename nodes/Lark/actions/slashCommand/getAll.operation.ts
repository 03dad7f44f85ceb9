import { listSlashCommands } from '../../../shared/lark/slashCommands';
import type { Operation } from '../operation';

/** Lark gives all at once, of which an app has 100 at most. */
export const slashCommandGetAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many slash commands',
	description: 'List the commands that Lark offers in the chat with the bot',
	endpoints: [listSlashCommands],
	lanes: [],
	properties: [],

	async execute(item) {
		const { items } = await item.lark.call(listSlashCommands);
		return (items ?? []).map((command) => ({ ...command }));
	},
};
