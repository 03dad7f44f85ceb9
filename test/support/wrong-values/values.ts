import type { Field } from './fields';

/** What an expression gives when it names too little of an item. */
const OBJECTS: object[] = [{ a: 1 }, [{ a: 1 }]];

/** What an expression gives when it names what the item does not have. */
const NOTHING = [undefined, null, '', ' '];

/** What JavaScript makes of something missing that is joined to a text. */
const ACCIDENTS = ['undefined', 'null', 'NaN'];

const NO_PERSON = [...ACCIDENTS, 'om_1', 'omt_1', 'oc 1', 'a b'];
const NO_PEOPLE = [
	...ACCIDENTS,
	'om_1',
	'ou_1, oc_1',
	'ou_1, on_1',
	['ou_1', 'undefined'],
	[['ou_1']],
];
const NO_CHAT = [...ACCIDENTS, 'ou_1', 'om_1', 'oc_', 'oc_1 oc_2', 'Sales', 17];
const NO_MESSAGE = [...ACCIDENTS, 'oc_1', 'omt_1', 'om_', 'om_1/x', 'om_1, om_2', 17];
const NO_KEY = [...ACCIDENTS, 'https://example.com/a.png', 'report.pdf'];
const NO_CARD = [...ACCIDENTS, 'om_1', 'oc_1', 'Deploy card', '1'.repeat(21)];
const NO_ELEMENT = [...ACCIDENTS, '1a', 'a b', 'ä', 'a'.repeat(21)];
const NO_EMOJI = [...ACCIDENTS, '👍', ':+1:', 'two words'];

/** Texts that cannot be meant, by the parameter or, for the pickers of triggers, their label. */
const TEXTS: Record<string, unknown[]> = {
	Group: [...NO_CHAT, '', ' '],
	Person: [...ACCIDENTS, '', ' ', 'om_1', 'oc_1', 'ada@example.com', 'a b'],
	allow: NO_PEOPLE,
	at_chatter_ids: NO_PEOPLE,
	avatar: [],
	batchMessageId: [...ACCIDENTS, 'om_1', 'bm', 17],
	avatar_key: NO_KEY,
	bizId: [...ACCIDENTS, 'a b'],
	binaryPropertyName: ['no_such_file'],
	bots: [
		...ACCIDENTS,
		'ou_1',
		'cli_',
		'cli_1, ou_1',
		['cli_1', 'cli_2', 'cli_3', 'cli_4', 'cli_5', 'cli_6'],
	],
	bubbles: [[{ a: 1 }], ['1', '2', '3', '4'], 'x'.repeat(201), [], ['']],
	cardId: NO_CARD,
	cardImageKey: NO_KEY,
	cardToken: [...ACCIDENTS, 't-1', 'c-'],
	chatId: NO_CHAT,
	command: [...ACCIDENTS, 'two words', 'a/b', '', '/'],
	commandDescription: ['', ' '],
	commandIcon: [...ACCIDENTS, 'Skill', 'a b', 'icon.png'],
	commandId: [...ACCIDENTS, 'a b', 'a/b'],
	coverKey: NO_KEY,
	coverPropertyName: ['no_such_file'],
	departmentId: [...ACCIDENTS, 'oc_1', 'ou_1', 'Sales team', 'x'.repeat(65)],
	departmentIds: [...ACCIDENTS, 'oc_1', 'od-1, sales', ['od-1', 'undefined'], [['od-1']]],
	department: [...ACCIDENTS, 'oc_1', '0', Array.from({ length: 201 }, (_, n) => `od-${n}`)],
	disallow: NO_PEOPLE,
	dividerText: ['x'.repeat(21), '中'.repeat(11)],
	containerId: NO_ELEMENT,
	elementId: NO_ELEMENT,
	elementIds: [...NO_ELEMENT, 'body, 1a'],
	emails: ['ada', 'ada@, @example.com', Array.from({ length: 51 }, (_, n) => `${n}@example.com`)],
	emoji: NO_EMOJI,
	forwardTo: [['undefined'], ['n8n.example.com/webhook/1'], ['ftp://n8n.example.com']],
	feedLink: [...ACCIDENTS, 'example.com', 'http://example.com', 'https://'],
	feedPreview: ['x'.repeat(121)],
	feedTitle: ['', ' ', 'x'.repeat(61)],
	fileKey: NO_KEY.slice(0, 4),
	fileUrl: [...ACCIDENTS, 'example.com/a.png', 'ftp://example.com/a', 'https://'],
	from_ids: NO_PEOPLE,
	icon_key: NO_KEY,
	imageKey: [...NO_KEY, 'file_1'],
	labelText: ['', ' ', 'x'.repeat(21)],
	members: NO_PEOPLE,
	menuId: [...ACCIDENTS, 'a b', 'a/b'],
	menuIds: [...ACCIDENTS, 'a b, c', ['7101', 'undefined']],
	menuItemId: [...ACCIDENTS, 'a b', 'a/b'],
	menuLink: [...ACCIDENTS, 'example.com', 'ftp://example.com', 'https://', ''],
	menuName: ['', ' ', 'x'.repeat(121)],
	messageId: NO_MESSAGE,
	messageIds: [...ACCIDENTS, 'om_1, oc_1', ['om_1', { message_id: 'om_2' }]],
	newElementId: NO_ELEMENT,
	open_ids: [...ACCIDENTS, 'on_1', 'ou_1, alice'],
	owner: [...ACCIDENTS, 'oc_1', 'ou_1, ou_2'],
	path: [
		...ACCIDENTS,
		'im/v1/chats',
		'https://open.larksuite.com/open-apis/im/v1/chats',
		'/open-apis/im/v1/chats/undefined',
		'/open-apis/im/v1/chats/:chat_id',
		'/open-apis/../x',
	],
	person: [
		...NO_PERSON,
		'oc_1',
		'od-1',
		'cli_1',
		'ada@',
		'ou_1 ou_2',
		'',
		' ',
		undefined,
		null,
		['om_1'],
	],
	phones: [...ACCIDENTS, '12', 'ada'],
	previewTokens: [...ACCIDENTS, 'a b, c', 'a/b'],
	reactionId: [...ACCIDENTS, 'a b', 'a/b'],
	reaction_type: NO_EMOJI,
	receiver: [...NO_PERSON, 'od-1', 'cli_1', 'ada@', '@ada'],
	sharedChatId: NO_CHAT,
	sharedUserId: [...NO_PERSON, 'oc_1', 'cli_1'],
	targetElementId: NO_ELEMENT,
	tabId: [...ACCIDENTS, 'a b', 'a/b'],
	tabIds: [...ACCIDENTS, 'a b, c', ['7101', 'undefined']],
	tabLink: [...ACCIDENTS, 'example.com', 'ftp://example.com', 'https://'],
	tab_name: ['', ' ', 'x'.repeat(61)],
	templateId: ACCIDENTS,
	threadId: [...ACCIDENTS, 'om_1', 'oc_1', 'omt_', 17],
	userId: [...NO_PERSON, 'oc_1', 'cli_1'],
	users: NO_PEOPLE,
	viewer: [...NO_PERSON, 'oc_1', 'cli_1'],
};

/** JSON of the right form and of the wrong content, by the parameter. */
const JSONS: Record<string, unknown[]> = {
	body: [[], 'true'],
	callbackCardJson: [[], {}, 'true', { schema: '2.0' }],
	callbackTemplateVariables: [[], 'true'],
	cardJson: [[], {}, 'true', { schema: '2.0' }],
	elementJson: [[], {}, 'true', [{ tag: 'hr' }, { content: 'Hi' }]],
	json: [[], 'true'],
	edits: [[], [1], 'true'],
	messages: [
		[1],
		{},
		{ receiveId: 'oc_1' },
		{ content: 'Hi' },
		{ receiveId: { id: 1 }, content: 'Hi' },
	],
	post: [[], {}, 'true', { content: 'Hi' }],
};

/** What other operations cannot take, and this one can: a thread to forward to, any name for the output. */
const RIGHT: Record<string, unknown[]> = {
	'forward.receiver': ['omt_1'],
	'forwardThread.receiver': ['omt_1'],
	'mergeForward.receiver': ['omt_1'],
	'downloadAttachment.binaryPropertyName': ['no_such_file'],
	'downloadFile.binaryPropertyName': ['no_such_file'],
	'downloadImage.binaryPropertyName': ['no_such_file'],
};

/** Texts that may be JSON, and so an object, too. */
const OR_JSON = ['Buttons > Value', 'Variables > Value'];

/** Whether a value is wrong elsewhere, and right for this field. */
export const isRight = (operation: string, { label, property }: Field, value: unknown): boolean =>
	(OR_JSON.includes(label) && OBJECTS.includes(value as object)) ||
	(RIGHT[`${operation}.${property.name}`]?.includes(value) ?? false);

/** Values that a field cannot be given. */
export function wrongValues({ label, property }: Field): unknown[] {
	const { name, displayName, type, required, typeOptions = {} } = property;
	const { minValue = 0, numberPrecision } = typeOptions;
	const nothing = required ? NOTHING : [];
	const isOption = label.includes(' > ');
	const isWhole = numberPrecision === 0 || name === 'limit';
	switch (type) {
		case 'string':
		case 'resourceLocator': {
			const texts = TEXTS[name] ?? TEXTS[displayName] ?? [];
			return [...OBJECTS, '[object Object]', ...nothing, ...texts];
		}
		case 'options':
			return [...OBJECTS, 'no such choice', ...(isOption ? [] : NOTHING)];
		case 'multiOptions':
			return [...OBJECTS, 'no such choice', ['no such choice']];
		case 'boolean':
			return [...OBJECTS, 'maybe', 2, ' '];
		case 'number':
			return [...OBJECTS, 'many', ' ', minValue - 1, '1,000', ...(isWhole ? [1.5] : [])];
		case 'dateTime':
			return [...OBJECTS, 'soon', -1, '2026-13-01', 12];
		case 'json':
			return ['{ "a": ', 'text', 5, ...nothing, ...JSONS[name]];
		default:
			throw new Error(`What is wrong for ${name}, a field of the type ${type}?`);
	}
}
