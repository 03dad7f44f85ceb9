import { readCommand } from '../../../nodes/shared/events/command';
import { blockedBy, commandOf } from '../../../nodes/shared/events/filter';
import { flatMessage } from '../../../nodes/shared/events/flat';
import {
	mentionsEveryone,
	readReceivedMentions,
	resolveText,
} from '../../../nodes/shared/events/mentions';
import { readMessage } from '../../../nodes/shared/events/message';
import { compilePattern } from '../../../nodes/shared/events/pattern';
import { readReceivedContent } from '../../../nodes/shared/events/reading';
import { growth, LIMIT } from '../../support/growth';
import { parseObject } from '../../../nodes/shared/push/json';
import { readSettings } from '../../../nodes/shared/trigger/settings';
import { BOT, bot, received, user } from './messages';

/** Lark's largest message, in characters: a text of 150 KB. */
const LARGEST = 150_000;

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
	'content that is no JSON': (text) => readReceivedContent('text', text),
	JSON: (text) => parseObject(`{"a":${text}`),
};

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
