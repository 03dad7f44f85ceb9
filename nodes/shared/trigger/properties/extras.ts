import type { INodeProperties } from 'n8n-workflow';

/**
 * The longest aggregation window, in seconds. An event whose request n8n has lost goes to the next one four
 * minutes later (`EventLedger.claim`), so a window must end well before.
 */
export const LONGEST_WINDOW_S = 30;

/** What begins a new session unless something else is written. */
export const NEW_SESSION_COMMANDS = 'new, reset';

/** How many recent messages an item has at most. */
export const MOST_RECENT = 50;

/** Options for the items of messages; `readSettings` reads them. */
export const extras: INodeProperties[] = [
	{
		displayName: 'Add Names',
		name: 'names',
		type: 'boolean',
		default: true,
		description:
			"Whether to add sender_name and chat_name, remembered for an hour. Needs the scopes for the person's name and im:chat:readonly.",
	},
	{
		displayName: 'Aggregation Limit (Sec)',
		name: 'windowLimit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: LONGEST_WINDOW_S },
		default: 10,
		description: 'How long the first message of an Aggregation Window waits for others at most',
	},
	{
		displayName: 'Aggregation Window (Sec)',
		name: 'window',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: LONGEST_WINDOW_S },
		default: 2,
		description:
			'Messages of one session that follow each other within this time start one execution, and the item has all of them in messages. 0 for off. Lark hears that n8n has a message when the execution is stored, so nothing is lost when n8n stops before. What waits longer than 3 seconds is pushed again by Lark, and that starts nothing.',
	},
	{
		displayName: 'Download Attachments',
		name: 'downloadAttachments',
		type: 'boolean',
		default: true,
		description:
			'Whether to download the files of a message into attachment_0, attachment_1 and so on. What takes longer than 2 seconds is left out, and the item says so. Needs the scope im:resource.',
	},
	{
		displayName: 'Max Attachment Size (MB)',
		name: 'maxAttachmentSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 20,
		description: 'Larger files are left out, and the item says so',
	},
	{
		displayName: 'New Session Commands',
		name: 'newSessionCommands',
		type: 'string',
		default: NEW_SESSION_COMMANDS,
		placeholder: 'e.g. new, reset',
		description:
			'Messages that start with one of these commands, as in /new, begin a new sessionId, and the item says is_new_session. With commas between them. With a Session Timeout, /new and /reset do so without this option.',
	},
	{
		displayName: 'New Session Reply',
		name: 'newSessionReply',
		type: 'string',
		default: '',
		placeholder: 'e.g. Let us start afresh.',
		description:
			'What the bot replies to a New Session Command that stands alone. The workflow is not started then. When empty, it is. Needs the scope im:message:send_as_bot.',
	},
	{
		displayName: 'React on Receipt',
		name: 'reactOnReceipt',
		type: 'string',
		default: 'Typing',
		placeholder: 'e.g. Typing, OnIt, OneSecond',
		description:
			"The reaction that the message gets while the workflow runs, for five minutes at most: a key from the list of emoji in Lark's documentation. Needs the scope im:message.reactions:write_only.",
	},
	{
		displayName: 'Recent Messages',
		name: 'recentMessages',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MOST_RECENT, numberPrecision: 0 },
		default: 10,
		description:
			'How many messages before this one the item has, in recent_messages and as one text in recent_text: those of the topic, else of the chat, since the last New Session Command. 0 for none. Needs the scope im:message:readonly, and in groups im:message.group_msg.',
	},
	{
		displayName: 'Session Timeout (Minutes)',
		name: 'sessionTimeout',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description:
			'After so much silence in a conversation, the next message gets a new sessionId, so that an AI agent starts afresh. 0 for never.',
	},
];
