import { deleteSlashCommand } from '../../../shared/lark/slashCommands';
import type { Operation } from '../operation';
import { commandId } from './command';

export const slashCommandDelete: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a slash command',
	description: 'Delete a command from those that Lark offers in the chat with the bot',
	endpoints: [deleteSlashCommand],
	lanes: [commandId],
	properties: [commandId.property],

	async execute(item) {
		const command_id = commandId.read(item);
		await item.lark.call(deleteSlashCommand, { path: { command_id } });
		return { deleted: true, command_id };
	},
};
