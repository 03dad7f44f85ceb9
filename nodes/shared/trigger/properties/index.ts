import type { INodeProperties } from 'n8n-workflow';

import { ANY_EVENT, CUSTOM_EVENT } from '../../events/catalog';
import { MESSAGE_RECEIVED } from '../../events/message';
import { EVENT_OPTIONS, eventNeeds } from './events';
import { extras } from './extras';
import { filters } from './filters';
import { directPeople, groups } from './pickers';

const EVENT_NAMES = Object.fromEntries(EVENT_OPTIONS.map(({ name, value }) => [value, name]));

/** The names of the chosen events, under the node on the canvas. */
export const subtitle = `={{ $parameter["events"].map((event) => (${JSON.stringify(EVENT_NAMES)})[event]).join(", ") }}`;

/** Shown when messages can come, and further conditions are met. */
const forMessages = (show: NonNullable<INodeProperties['displayOptions']>['show'] = {}) => ({
	show: { events: [MESSAGE_RECEIVED, ANY_EVENT], ...show },
});

const IN_GROUPS = { chatTypes: ['group', 'topic'] };

/** Which events start the workflow, and what they give. */
export const eventProperties: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		options: EVENT_OPTIONS,
		default: [MESSAGE_RECEIVED],
		required: true,
		description:
			'Add each event in the developer console, too, with the scope that it needs, and publish a version of the app',
	},
	{
		displayName: 'Event Types',
		name: 'customEvents',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. approval_instance, task.task.updated_v1',
		description: "Lark's event types, of version 2.0 or 1.0, with commas between them",
		displayOptions: { show: { events: [CUSTOM_EVENT] } },
	},
	...eventNeeds,
	{
		displayName: 'Chat Types',
		name: 'chatTypes',
		type: 'multiOptions',
		options: [
			{ name: 'Direct Chat', value: 'p2p', description: 'A person and the bot' },
			{ name: 'Group', value: 'group', description: 'A group, outside topics' },
			{ name: 'Topic', value: 'topic', description: 'A topic or thread of a group' },
		],
		default: ['p2p', 'group', 'topic'],
		description: 'Where messages start the workflow',
		displayOptions: forMessages(),
	},
	{
		displayName: 'Direct Chats',
		name: 'directScope',
		type: 'options',
		options: [
			{ name: 'With Everyone', value: 'all' },
			{ name: 'With Selected People', value: 'selected' },
		],
		default: 'all',
		description: 'Whose direct messages start the workflow',
		displayOptions: forMessages({ chatTypes: ['p2p'] }),
	},
	directPeople(forMessages({ chatTypes: ['p2p'], directScope: ['selected'] })),
	{
		displayName: 'Groups',
		name: 'groupScope',
		type: 'options',
		options: [
			{ name: 'All Groups', value: 'all' },
			{ name: 'Selected Groups', value: 'selected' },
		],
		default: 'all',
		description: 'In which groups messages start the workflow',
		displayOptions: forMessages(IN_GROUPS),
	},
	groups(forMessages({ ...IN_GROUPS, groupScope: ['selected'] })),
	{
		displayName: 'Group Messages',
		name: 'groupStrategy',
		type: 'options',
		options: [
			{
				name: 'All Messages',
				value: 'all',
				description: 'Lark pushes all of them only with the scope im:message.group_msg',
			},
			{
				name: 'Only Mentions of the Bot',
				value: 'mention',
				description: 'Messages that mention the bot itself',
			},
		],
		default: 'all',
		displayOptions: forMessages(IN_GROUPS),
	},
	{
		displayName: 'Simplify',
		name: 'simple',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
];

/** The collections of what is optional; they end the panel, as n8n's own do. */
export const refinements: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'Further conditions for messages. All of them must be met.',
		options: filters,
		displayOptions: forMessages(),
	},
	{
		displayName: 'Options',
		name: 'extras',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: forMessages({ simple: [true] }),
		options: extras,
	},
];

/** What every trigger of Lark events has. `readSettings` reads it. */
export const sharedProperties: INodeProperties[] = [...eventProperties, ...refinements];
