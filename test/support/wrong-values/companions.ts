/** Right values of the fields that stand beside the one with a wrong value; n8n drops what is not shown. */
export const COMPANIONS = {
	approvers: { approver: [{ person: { __rl: true, mode: 'address', value: 'ou_1' } }] },
	cardBody: 'Hi',
	cardId: '7355372766134157313',
	cardTitle: 'Title',
	cardToken: 'c-1',
	choices: { values: [{ option: 'A' }] },
	dividerText: 'Now',
	elementId: 'body',
	commandDescription: 'Shows what the bot can do',
	command: 'help',
	elementProperties: { content: 'Hi' },
	emoji: { __rl: true, mode: 'code', value: 'OK' },
	fileKey: 'file_v3_1',
	fileUrl: 'https://example.com/a.png',
	formFields: { values: [{ fieldLabel: 'A' }] },
	imageKey: 'img_v3_1',
	markdown: 'Hi',
	messageId: 'om_1',
	path: '/open-apis/im/v1/chats',
	reactionId: 'ZCaCIjUBVVWSrm5L',
	sharedChatId: { __rl: true, mode: 'id', value: 'oc_1' },
	sharedUserId: { __rl: true, mode: 'address', value: 'ou_1' },
	targetElementId: 'body',
	templateId: 'AAqk1',
	text: 'Hi',
	threadId: 'omt_1',
};

/** The same, in the row of a collection. */
export const ROW_COMPANIONS: Record<string, object> = {
	button: {
		text: 'OK',
		url: 'https://example.com',
		confirmTitle: 'Sure?',
		confirmText: 'It is final.',
	},
	choice: { text: 'A', value: 'a' },
	input: { name: 'a', label: 'A', choices: { choice: [{ text: 'A' }] } },
	item: { menuName: 'Help', menuLink: 'https://example.com' },
	change: { elementId: 'body', elementIds: 'body', targetElementId: 'body', text: 'Hi' },
	parameter: { name: 'a' },
	values: { fieldLabel: 'A', fieldOptions: { values: [{ option: 'A' }] } },
	variable: { name: 'a' },
};

/** How errors name a field that has no name of its own, or that holds others. */
export const ALSO_NAMED: Record<string, RegExp> = {
	'Card JSON': /^Card /,
	Messages: /^Messages|^Message 1|receiveId|content|The message/,
	'Rich Text': /^Rich Text|^The rich text/i,
};

/** Options that count for a whole run, and are refused for it as a whole. */
export const FIELDS_OF_THE_RUN = ['maxRetries', 'maxRetryTime', 'pace'];
