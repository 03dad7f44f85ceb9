import { createSlashCommand } from '../../../shared/lark/slashCommands';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../operation';
import {
	commandName,
	descriptionProperty,
	iconKeyProperty,
	readDescription,
	readIcon,
	readTranslations,
	translationsProperty,
} from './command';

export const slashCommandCreate: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a slash command',
	description:
		'Add a command to those that Lark offers in the chat with the bot. It appears there after about 5 minutes.',
	endpoints: [createSlashCommand],
	lanes: [commandName],
	properties: [
		commandName.property,
		{ ...descriptionProperty, required: true },
		optionsCollection([iconKeyProperty, translationsProperty]),
	],

	async execute(item) {
		const command = commandName.read(item);
		const default_value = readDescription(item, 'commandDescription');
		const i18n = readTranslations(item, 'options.translations');
		const icon = item.string('options.commandIcon').trim()
			? readIcon(item, 'options.commandIcon')
			: undefined;
		const hasTranslations = Object.keys(i18n).length > 0;
		const description = { default_value, ...(hasTranslations && { i18n }) };
		const created = await item.lark.call(createSlashCommand, {
			body: { command, description, icon },
		});
		return { ...created };
	},
};
