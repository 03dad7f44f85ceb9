import type { INodeProperties } from 'n8n-workflow';

import { InputError, unusableValue } from '../../../shared/inputError';
import { isAccident, readText } from '../../../shared/values';
import type { Field } from '../../fields/field';
import type { ItemParameters } from '../../fields/item';
import { partPickerField } from '../../fields/partId';

/** The command that an operation is about. */
export const commandId = partPickerField({
	displayName: 'Slash Command',
	name: 'commandId',
	placeholder: 'e.g. {{ $json.command_id }}',
	description: 'The command, by its command_id from the output of Create or Get Many',
	fix: 'Pick it from the list, or take it from Slash Command > Get Many: {{ $json.command_id }}.',
	searchListMethod: 'searchSlashCommands',
});

/** The name of a new command, with or without the slash. The triggers read what stands here (Commands). */
export const commandName: Field<string> = {
	property: {
		displayName: 'Command',
		name: 'command',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. help',
		description:
			'What people write after the slash: letters, digits and _ . : -. Lark Trigger with the same word under Commands starts with it.',
	},
	read(item) {
		const name = item.string('command').trim().replace(/^\//, '');
		if (/^[\p{L}\p{N}_][\p{L}\p{N}_.:-]*$/u.test(name) && !isAccident(name)) return name;
		throw unusableValue(
			'Command',
			name,
			'it must be one word of letters, digits and _ . : -',
			'Enter a word such as help.',
		);
	},
};

export const descriptionProperty: INodeProperties = {
	displayName: 'Description',
	name: 'commandDescription',
	type: 'string',
	default: '',
	placeholder: 'e.g. Shows what the bot can do',
	description: 'What stands beside the command in the list of commands',
};

export const iconKeyProperty: INodeProperties = {
	displayName: 'Icon Key',
	name: 'commandIcon',
	type: 'string',
	default: '',
	placeholder: 'e.g. skill_outlined',
	description: "The name of one of Lark's own icons, which end in _outlined, _filled or _colorful",
};

/** The languages of Lark's client, by Lark's names for them. */
const LANGUAGES: Record<string, string> = { zh_cn: 'Chinese', en_us: 'English', ja_jp: 'Japanese' };

export const translationsProperty: INodeProperties = {
	displayName: 'Translated Descriptions',
	name: 'translations',
	type: 'fixedCollection',
	default: {},
	description:
		'The description in the languages of those who read it. They replace all that are there.',
	options: [
		{
			displayName: 'Descriptions',
			name: 'value',
			values: Object.entries(LANGUAGES).map(([name, displayName]) => ({
				displayName,
				name,
				type: 'string' as const,
				default: '',
			})),
		},
	],
};

/** @throws InputError for nothing */
export function readDescription(item: ItemParameters, path: string): string {
	const text = item.string(path).trim();
	if (text !== '') return text;
	throw new InputError('Description is empty', 'Enter what the command does.');
}

/**
 * @returns the descriptions by language, without empty ones
 * @throws InputError for what is no text
 */
export function readTranslations(item: ItemParameters, path: string): Record<string, string> {
	const [row = {}] = item.rows(`${path}.value`);
	const texts = Object.entries(row).map(
		([language, text]) =>
			[language, readText(LANGUAGES[language] ?? language, text).trim()] as const,
	);
	return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

/** @throws InputError for what is no name of an icon */
export function readIcon(item: ItemParameters, path: string): { icon_key: string } {
	const icon_key = item.string(path).trim();
	if (/^[a-z][a-z0-9-]*(_[a-z0-9-]+)+$/.test(icon_key)) return { icon_key };
	throw unusableValue(
		'Icon Key',
		icon_key,
		'no icon of Lark is called like this',
		'Enter the name of one, such as skill_outlined.',
	);
}
