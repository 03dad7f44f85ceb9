import { InputError } from '../../../shared/inputError';
import {
	listSlashCommands,
	updateSlashCommand,
	type CommandTexts,
} from '../../../shared/lark/slashCommands';
import { byDisplayName } from '../../fields/alphabetical';
import type { OperationItem } from '../../fields/item';
import type { Operation } from '../operation';
import {
	commandId,
	descriptionProperty,
	iconKeyProperty,
	readDescription,
	readIcon,
	readTranslations,
	translationsProperty,
} from './command';

const path = (name: string) => `updateFields.${name}`;

/**
 * Lark replaces the description as a whole: what is not given of it is read first.
 *
 * @throws InputError for a command that the app does not have
 */
async function completed(
	{ lark }: OperationItem,
	command_id: string,
	given: Partial<CommandTexts>,
): Promise<CommandTexts> {
	const { items } = await lark.call(listSlashCommands);
	const known = items?.find((command) => command.command_id === command_id);
	if (!known) {
		throw new InputError(
			`Slash Command cannot be "${command_id}": the app has no such command`,
			'Pick it from the list, or take its ID from Slash Command > Get Many.',
		);
	}
	const { default_value = '', i18n } = { ...known.description, ...given };
	return { default_value, ...(i18n && { i18n }) };
}

export const slashCommandUpdate: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a slash command',
	description:
		'Change description or icon of a command of the bot. What is not given stays as it is. The name of a command cannot change.',
	endpoints: [updateSlashCommand, listSlashCommands],
	lanes: [commandId],
	properties: [
		commandId.property,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [descriptionProperty, iconKeyProperty, translationsProperty].sort(byDisplayName),
		},
	],

	async execute(item) {
		const command_id = commandId.read(item);
		const given = item.collection('updateFields');
		const texts: Partial<CommandTexts> = {
			...('commandDescription' in given && {
				default_value: readDescription(item, path('commandDescription')),
			}),
			...('translations' in given && { i18n: readTranslations(item, path('translations')) }),
		};
		const icon = 'commandIcon' in given ? readIcon(item, path('commandIcon')) : undefined;
		const isTextGiven = Object.keys(texts).length > 0;
		if (!isTextGiven && !icon) {
			throw new InputError('There is nothing to update', 'Add at least one of the Update Fields.');
		}
		const description = isTextGiven ? await completed(item, command_id, texts) : undefined;
		const updated = await item.lark.call(updateSlashCommand, {
			path: { command_id },
			body: { description, icon },
		});
		return { ...updated };
	},
};
