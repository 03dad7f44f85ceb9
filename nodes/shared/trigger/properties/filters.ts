import type { INodeProperties } from 'n8n-workflow';

import { MESSAGE_TYPES } from '../../events/reading';
import { personPicker } from '../../pickers/properties';
import { pickers } from './pickers';

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
			'Only messages that start with one of these commands, as in /deploy prod. With commas between them; * for any command. The item gets the fields command and args.',
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
