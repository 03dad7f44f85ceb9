import type { INodeProperties } from 'n8n-workflow';

const EVENTS = [
	{
		name: 'Message Received',
		value: 'im.message.receive_v1',
		description:
			'A person writes to the bot, or mentions it in a group. Needs the scope im:message.p2p_msg:readonly or im:message.group_at_msg:readonly.',
	},
];

const EVENT_NAMES = Object.fromEntries(EVENTS.map(({ name, value }) => [value, name]));

/** The names of the chosen events, under the node on the canvas. */
export const subtitle = `={{ $parameter["events"].map((event) => (${JSON.stringify(EVENT_NAMES)})[event]).join(", ") }}`;

/** What every trigger of Lark events has: the events, the filters, the output. `readSettings` reads it. */
export const sharedProperties: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		options: EVENTS,
		default: ['im.message.receive_v1'],
		required: true,
	},
];
