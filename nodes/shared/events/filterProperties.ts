import type { INodeProperties } from 'n8n-workflow';

import { MESSAGE_TYPES } from './content';

/** How a message type is called in Lark, where its value does not say it. */
const TYPE_NAMES: Record<string, string> = {
	calendar: 'Calendar Invitation',
	general_calendar: 'Calendar Event Forwarded',
	hongbao: 'Red Packet',
	interactive: 'Card',
	media: 'Video',
	merge_forward: 'Merged Messages',
	post: 'Rich Text',
	share_calendar_event: 'Calendar Event Shared',
	share_chat: 'Chat Card',
	share_user: 'User Card',
	todo: 'Task',
	video_chat: 'Video Call',
};

const capitalised = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);

const TYPE_OPTIONS = MESSAGE_TYPES.map((value) => ({
	name: TYPE_NAMES[value] ?? capitalised(value),
	value,
})).sort((a, b) => (a.name < b.name ? -1 : 1));

const personPicker: INodeProperties = {
	displayName: 'Person',
	name: 'id',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchUsers', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
			hint: 'open_id (ou_...), union_id (on_...) or user_id',
		},
	],
};

const chatPicker: INodeProperties = {
	displayName: 'Group',
	name: 'id',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchChats', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. oc_a0553eda9014c201e6969b478895c230',
		},
	],
};

/** A list of pickers; `readIds` reads it. */
function pickers(
	picker: INodeProperties,
	rest: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'displayOptions'>,
): INodeProperties {
	return {
		type: 'fixedCollection',
		placeholder: `Add ${picker.displayName}`,
		default: {},
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${picker.displayName}` },
		options: [
			{
				displayName: picker.displayName,
				name: 'values',
				values: [picker],
			},
		],
		...rest,
	};
}

export const directPeople = (displayOptions: INodeProperties['displayOptions']) =>
	pickers(personPicker, {
		displayName: 'Selected People',
		name: 'directPeople',
		description: 'Who can start the workflow in a direct chat',
		displayOptions,
	});

export const groups = (displayOptions: INodeProperties['displayOptions']) =>
	pickers(chatPicker, {
		displayName: 'Selected Groups',
		name: 'groups',
		description: 'Where people can start the workflow',
		displayOptions,
	});

/** Rarer filters, behind one collection. All that are set must be met. */
export const filters: INodeProperties[] = [
	{
		displayName: '@All Counts as Mention',
		name: 'everyoneCounts',
		type: 'boolean',
		default: true,
		description:
			'Whether a message that mentions everyone in a group counts as one that mentions the bot',
	},
	{
		displayName: 'Commands',
		name: 'commands',
		type: 'string',
		default: '',
		placeholder: 'e.g. deploy, rollback',
		description:
			'Only messages that start with one of these commands, as in /deploy prod. With commas between them; * for any command. The item gets the fields command and arguments.',
	},
	{
		displayName: 'Include Messages of Other Bots',
		name: 'includeBots',
		type: 'boolean',
		default: true,
		description:
			'Whether other bots can start the workflow, too. The bot itself never does. Needs the scope im:message.group_at_msg.include_bot:readonly.',
	},
	{
		displayName: 'Keywords',
		name: 'keywords',
		type: 'string',
		default: '',
		placeholder: 'e.g. invoice, receipt',
		description:
			'Only messages with at least one of these words in their text, in upper or lower case. With commas between them.',
	},
	{
		displayName: 'Message Types',
		name: 'messageTypes',
		type: 'multiOptions',
		options: TYPE_OPTIONS,
		default: ['text'],
		description: 'Only messages of these types',
	},
	{
		displayName: 'Regular Expression',
		name: 'pattern',
		type: 'string',
		default: '',
		placeholder: 'e.g. /order \\d+/i',
		description:
			'Only messages whose text it matches, within the first 4,000 characters. Lookarounds and backreferences are not supported.',
	},
	pickers(personPicker, {
		displayName: 'Senders',
		name: 'senders',
		description: 'Only messages of these people, wherever they write',
	}),
];
