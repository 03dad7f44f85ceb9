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

export const properties: INodeProperties[] = [
	{
		displayName:
			'In the <a href="https://open.feishu.cn/app" target="_blank">Feishu</a> or <a href="https://open.larksuite.com/app" target="_blank">Lark</a> developer console, open Events & Callbacks, add the events chosen here and save the Production URL (Webhook URLs, above) as request URL. For a test, save the Test URL while n8n listens.',
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		options: EVENTS,
		default: ['im.message.receive_v1'],
		required: true,
	},
	{
		// n8n reads and parses the body before the node sees it, up to its own limit of 16 MB, unless
		// a node of version 1 has this parameter: then the node reads it, raw and with its own limit.
		displayName: 'Body',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
];
