import { flatCardAction } from '../../../nodes/shared/events/cardAction';
import { chosenPeople } from '../../../nodes/shared/events/cardPeople';
import { readCommand, textBehindCommand } from '../../../nodes/shared/events/command';
import { conversationOf } from '../../../nodes/shared/events/conversation';
import { blockedBy, commandOf } from '../../../nodes/shared/events/filter';
import { flatEvent, flatMessage } from '../../../nodes/shared/events/flat';
import {
	mentionsEveryone,
	readReceivedMentions,
	resolveText,
} from '../../../nodes/shared/events/mentions';
import { mayMentionBot, readMessage } from '../../../nodes/shared/events/message';
import { compilePattern } from '../../../nodes/shared/events/pattern';
import { MESSAGE_TYPES, readReceivedContent } from '../../../nodes/shared/events/reading';
import { ELEMENT_TAGS } from '../../../nodes/shared/events/reading/card/elements';
import { RENDERED_TAGS } from '../../../nodes/shared/events/reading/card/words';
import { readListedMessage, recentMessage, recentText } from '../../../nodes/shared/events/recent';
import { growth, LIMIT, processorMs } from '../../support/growth';
import { parseObject } from '../../../nodes/shared/push/json';
import { readSettings } from '../../../nodes/shared/trigger/settings';
import { BOT, bot, received, user } from './messages';

/** Lark's largest message, in characters: a text of 150 KB. The double is more than a card may have. */
const LARGEST = 120_000;

/** Half of the largest push that is read. */
const HALF_PUSH = 500_000;

/** Enough to tell linear from quadratic time, and few enough to fail soon. */
const SMALL = 10_000;

/** What means something to a reader, and some things that mean nothing. */
const UNITS = [
	...[' ', '\t', '\n', '\u3000', 'a', '1', '部', '😀', '.', ':', '-', '_', '|', '#', '*', '>'],
	...['@', '@_', '@_user_', '@_user_1', '@_user_12', '@_user_2', '@_user_3', '@_all', '@a@'],
	...['/', '/a', '"', '“', '”', "'", '\\', '`', '```', '~~~', '\n```\n', '``', '<', '>', '<at '],
	...[
		'{',
		'{{',
		'}',
		'{a',
		'{a}',
		'[',
		']',
		'](',
		'![',
		'![](img_',
		'![a](img_1)',
		'(',
		')',
		'img_',
	],
	...['<font', '<br', '<link ', '<link>', '</link>', '<person id', 'url =', '&', '&#1', '&#1;'],
];

const PREFIXES = ['', '@_user_1', '@_all', '/', '/a ', '"', '`', '```\n', '![', '![](img_'];

const mentions = [
	bot('@_user_1'),
	user('@_user_2', 'Ann Lee', 'ou_ann'),
	user('@_user_3', 'n'.repeat(5_000), 'ou_long'),
];

const known = readReceivedMentions(mentions);

const { filter } = readSettings({
	getNodeParameter: (name, fallback) =>
		name === 'filters'
			? { keywords: 'needle, thread', pattern: '/(a+)+$/', commands: '*', messageTypes: [] }
			: name === 'events'
				? ['im.message.receive_v1']
				: fallback,
});

/** Everything that is done with a message before it is stored. */
function readAll(message_type: string, content: object): void {
	const event = received({ message: { message_type, content: JSON.stringify(content) }, mentions });
	const message = readMessage(event, BOT)!;
	blockedBy(message, filter, BOT);
	flatMessage(event, message, 'session', commandOf(message, ['*']));
}

/** An item of a card action, and the people in it. */
function readAction(action: object): void {
	const event = { action, operator: { open_id: 'ou_1' }, context: {} };
	flatCardAction({ type: 'card.action.trigger', id: '', payload: { event } as never }, new Map());
	chosenPeople(action as never);
}

/** A message that was written before. */
function readBefore(text: string): void {
	const listed = {
		msg_type: 'text',
		body: { content: JSON.stringify({ text }) },
		sender: { id: text, id_type: 'open_id', sender_type: 'user' },
		mentions: [{ key: '@_user_1', id: text, name: text }],
	};
	const recent = recentMessage(readListedMessage(listed, 'group', BOT)!, text);
	recentText([recent, recent, { ...recent, text, create_time: text }]);
}

/** Everything that a content or an element of a card can have. */
const anything = (text: string) => ({
	...{ text, title: text, content: text, label: { content: text }, placeholder: text, url: text },
	...{ href: text, user_id: text, user_name: text, name: text, id: text, key: text, topic: text },
	...{ file_name: text, file_key: text, image_key: text, chat_id: text, start_time: text },
	...{ summary: { title: text, content: [[{ tag: 'text', text }]] }, language: text, level: text },
	...{ options: [text, { value: text, text }], selected_values: [text], initial_option: text },
	...{ persons: [text], chart_spec: { title: { text } }, items: [{ content: text, level: 3 }] },
	...{ contents: [{ contents: [{ content: text }] }], elements: [[{ tag: 'text', text }]] },
	...{ columns: [{ name: text }], rows: [{ [text]: text }], template: text, longitude: text },
	...{ milliseconds: text, fallback_text: text, due_time: text, initial_date: text },
});

const pattern = compilePattern('(a|aa)+$');
const nested = (text: string) => [[[[{ tag: 'text', text }]]]];

/** Each takes a hostile text. */
const READERS: Record<string, (text: string) => unknown> = {
	'the text of a message': (text) => readAll('text', { text }),
	'a post': (text) => readAll('post', { title: text, content: [[{ tag: 'text', text }]] }),
	'a post of many nodes': (text) =>
		readAll('post', {
			content: [text.match(/[^]{1,40}/g)!.map((part) => ({ tag: 'at', user_id: part }))],
		}),
	'the Markdown of a post': (text) => readAll('post', { content_v2: [[{ tag: 'md', text }]] }),
	'a card': (text) =>
		readAll('interactive', { header: { title: { content: text } }, elements: nested(text) }),
	'the Markdown of a card': (text) =>
		readAll('interactive', { elements: [{ tag: 'markdown', content: text }] }),
	'a system message': (text) => readAll('system', { template: text, a: text }),
	'a vote': (text) => readAll('vote', { topic: text, options: text.split(' ') }),
	mentions: (text) => resolveText(text, known, known.slice(0, 1)),
	'mentions of everyone': (text) => mentionsEveryone(text, []),
	'many mentions': (text) => {
		const many = text
			.match(/[^]{1,60}/g)!
			.map((name, index) => user(`@_user_${index}`, name, 'ou'));
		return resolveText(many.map(({ key }) => key).join(' '), readReceivedMentions(many), []);
	},
	'a command': (text) => [readCommand(text), readCommand(`/a ${text}`)],
	'a regular expression': (text) => pattern(text),
	'messages written before': readBefore,
	'a form of a card': (text) =>
		readAction({ form_value: { [text]: text }, option: text, name: text }),
	'people of a card': (text) =>
		readAction({ option: text.match(/[^]{1,40}/g), form_value: { a: text.match(/[^]{1,40}/g) } }),
	'what is behind a command': (text) => [
		textBehindCommand(text, []),
		textBehindCommand(`@a /a ${text}`, [[0, 2]]),
		textBehindCommand(
			text,
			[...text.slice(0, 5_000)].map((_, at): [number, number] => [at, at + 1]),
		),
	],
	'an event that is no message': (text) =>
		flatEvent({ type: 'a', id: text, payload: { ts: text, event: { text } } as never }),
	'whom a message may mention': (text) => [
		mayMentionBot({ mentions: [{ key: text, mentioned_type: text }] }),
		conversationOf({ place: 'topic', message: { thread_id: text }, senderIds: [] } as never),
	],
	'content that is no JSON': (text) => readReceivedContent('text', text),
	JSON: (text) => parseObject(`{"a":${text}`),
};

/** Readers of one kind of content or element each, which take everything that it can have. */
const KINDS: Array<[kind: string, read: (text: string) => void]> = [
	...MESSAGE_TYPES.map((type): [string, (text: string) => void] => [
		`messages of the type ${type}`,
		(text) => readAll(type, anything(text)),
	]),
	...ELEMENT_TAGS.map((tag): [string, (text: string) => void] => [
		`the element ${tag}`,
		(text) => readAll('interactive', { elements: [{ ...anything(text), tag }] }),
	]),
	...RENDERED_TAGS.map((tag): [string, (text: string) => void] => [
		`the rendered ${tag}`,
		(text) =>
			readAll('interactive', {
				elements: [{ tag: 'markdown', elements: [{ ...anything(text), tag }] }],
			}),
	]),
];

/** Cards of many parts: each takes how many there are. */
const CARDS: Record<string, (parts: string[]) => object> = {
	'columns and rows of a table': (parts) => ({
		tag: 'table',
		columns: parts.map((name) => ({ name })),
		rows: parts.map((part) => ({ [part]: part })),
	}),
	'options of a menu': (parts) => ({
		tag: 'multi_select_static',
		options: parts.map((value) => ({ value, text: { content: value } })),
		selected_values: parts,
	}),
	'languages of a text': (parts) => ({
		tag: 'markdown',
		i18n_content: Object.fromEntries(parts.map((part) => [part, ''])),
	}),
	'parts of a row': (parts) => ({
		tag: 'note',
		elements: parts.map((text) => ({ tag: 'text', text })),
	}),
	'lines of a list': (parts) => ({
		tag: 'markdown',
		elements: [{ tag: 'list', items: parts.map((content) => ({ content, level: 1e9 })) }],
	}),
};

const repeat = (prefix: string, unit: string, length: number) =>
	prefix + unit.repeat(Math.ceil((length - prefix.length) / unit.length));

describe('the time that reading takes grows with the length of the text, not with its square', () => {
	it.each(Object.entries(READERS))('%s', async (_name, read) => {
		const slow: string[] = [];
		const check = async (prefix: string, unit: string, length: number) => {
			const grown = await growth((size) => void read(repeat(prefix, unit, size)), length);
			if (grown >= LIMIT) slow.push(prefix + unit);
		};
		for (const prefix of PREFIXES) for (const unit of UNITS) await check(prefix, unit, SMALL);
		for (const unit of UNITS) await check('', unit, LARGEST);
		expect(slow).toEqual([]);
	});

	it.each(KINDS)('%s', async (_kind, read) => {
		const slow: string[] = [];
		for (const unit of UNITS) {
			if ((await growth((size) => read(repeat('', unit, size)), SMALL)) >= LIMIT) slow.push(unit);
		}
		expect(slow).toEqual([]);
	});

	it.each([
		['a text', (text: string) => readAll('text', { text })],
		['a post', (text: string) => readAll('post', { content: [[{ tag: 'md', text }]] })],
		['a card', (text: string) => readAll('interactive', { elements: nested(text) })],
		['a command', (text: string) => readAll('text', { text: `/a ${text}` })],
	])('%s, up to the largest push', async (_what, read) => {
		for (const unit of [' ', '@_user_1', '@a ', '`', '[', '<at ', '](', '"', '\n', '|', '部']) {
			const work = (size: number) => read(repeat('', unit, size));
			expect([unit, (await growth(work, HALF_PUSH)) < LIMIT]).toEqual([unit, true]);
			expect(await processorMs(() => work(2 * HALF_PUSH))).toBeLessThan(5_000);
		}
	});

	it('many mentions with keys of all lengths', async () => {
		const work = (size: number) => {
			const many = Array.from({ length: size / 1_000 }, (_, at) =>
				user(`@${'a'.repeat(at)}`, 'A', 'ou'),
			);
			resolveText('@a '.repeat(size / 3), readReceivedMentions(many), []);
		};
		expect(await growth(work, HALF_PUSH)).toBeLessThan(LIMIT);
	});

	it.each(Object.entries(CARDS))('a card of many %s', async (_name, element) => {
		const work = (size: number) => {
			const parts = Array.from({ length: size }, (_, index) => `part ${index}`);
			readAll('interactive', { elements: [element(parts)] });
		};
		expect(await growth(work, 2_000)).toBeLessThan(LIMIT);
	});

	it.each(UNITS)('a text of %j in turn with something else', async (unit) => {
		const work = (length: number) => {
			for (const other of UNITS) readAll('text', { text: repeat('', unit + other, length) });
		};
		expect(await growth(work, SMALL / 4)).toBeLessThan(LIMIT);
	});
});
