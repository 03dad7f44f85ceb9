import { asWritten, withoutMentions } from '../../../nodes/shared/content/asWritten';
import { cardContent, templateContent } from '../../../nodes/shared/content/card';
import { cardFormContent } from '../../../nodes/shared/content/cardForm';
import {
	cardEntityData,
	isElementId,
	readElements,
} from '../../../nodes/shared/content/cardEntity';
import { dividerContent } from '../../../nodes/shared/content/divider';
import { groupBotMessage, splitForGroupBot } from '../../../nodes/shared/content/groupBot';
import { readJson, readJsonOrText, readObject } from '../../../nodes/shared/content/json';
import { checkKey, fileContent, imageContent } from '../../../nodes/shared/content/key';
import { checkKeyword } from '../../../nodes/shared/content/keyword';
import { placeMentions } from '../../../nodes/shared/content/mention';
import { numberNames } from '../../../nodes/shared/content/mentionNames';
import { postOf } from '../../../nodes/shared/content/post';
import { withPostFiles } from '../../../nodes/shared/content/postFiles';
import {
	mentionInPost,
	numberNamesInPost,
	postAsWritten,
} from '../../../nodes/shared/content/postMentions';
import { richTextContent } from '../../../nodes/shared/content/richText';
import { chatCardContent, userCardContent } from '../../../nodes/shared/content/share';
import { textContent, textMessages } from '../../../nodes/shared/content/text';
import { checkCallbackResponse } from '../../../nodes/shared/trigger/callback/callbackResponse';
import { extentOf } from '../../../nodes/shared/jsonDepth';
import { filled, growth, LIMIT, processorMs } from '../../support/growth';

/** Much more than Lark takes of a message, and its double. */
const SIZE = 300_000;

/** What means something to a writer, and some things that mean nothing. */
const UNITS = [
	...[
		' ',
		'\n',
		'\t',
		'a',
		'1',
		'部',
		'😀',
		'\0',
		'\\',
		'"',
		"'",
		',',
		':',
		'-',
		'_',
		'.',
		'=',
		'!',
	],
	...['{', '}', '[', ']', '{"a":', '[[],', '{},', '"a",', '[{', '{"tag":"', '\\u0000', '1e9'],
	...['@', '@1', '@1 ', '@all', '@a@', '`', '``', '```', '`\n', '`a', '<', '<at ', '&', '**'],
	...['img_', 'ou_', 'https://', 'http://a@', 'undefined', '[object ', 'Object]', '%', '%41'],
];

const empty = {
	title: '',
	template: '',
	body: [],
	fields: [],
	imageKey: '',
	inputs: [],
	menu: [],
	buttons: [],
	note: '',
};
const button = { text: 'A', style: '', action: 'callback' as const, url: '', value: '' };
const mentions = ['ou_1', 'all'];
const groupBotOf = (msg_type: 'text' | 'post' | 'interactive', content: object) =>
	groupBotMessage({ msg_type, content: JSON.stringify(content) });
const someOf = (text: string) => text.match(/[^]{1,40}/gu) ?? [];

const inputOf = (type: string) => (text: string, index: number) => ({
	type,
	name: `${text}${index}`,
	label: text,
	placeholder: text,
	isRequired: false,
	isInForm: true,
	defaults: type === 'dropdown' ? [] : [text],
	isChecked: false,
	choices: [{ text, value: text }],
	people: [],
});

/** Each takes a hostile text. */
const WRITERS: Record<string, Array<(text: string) => unknown>> = {
	cardContent: [
		cardContent,
		(text) => cardContent({ msg_type: 'interactive', card: text }),
		(text) => cardContent({ elements: [{ tag: text }] }),
		(text) => cardContent({ schema: text }),
	],
	templateContent: [
		(text) => templateContent(text, text, []),
		(text) => templateContent('A', '', [{ name: text, value: text }]),
		(text) =>
			templateContent(
				'A',
				'',
				someOf(text).map((value, index) => ({ name: `${value}${index}`, value })),
			),
	],
	cardFormContent: [
		(text) =>
			cardFormContent({
				...empty,
				title: text,
				body: [{ tag: 'markdown', content: text }],
				note: text,
			}),
		(text) => cardFormContent({ ...empty, imageKey: `img_${text}` }),
		(text) => cardFormContent({ ...empty, buttons: [{ ...button, value: text }] }),
		(text) => cardFormContent({ ...empty, buttons: [{ ...button, action: 'url', url: text }] }),
	],
	richTextContent: [
		richTextContent,
		(text) => richTextContent({ msg_type: 'post', content: text }),
		(text) => richTextContent({ title: text, content: [[{ tag: 'text', text }]] }),
		(text) => richTextContent([[{ tag: 'a', text, href: `https://${text}` }]]),
		(text) => richTextContent([[{ tag: text }]]),
		(text) => richTextContent({ [text]: { content: [] } }),
		(text) => richTextContent([someOf(text).map((part) => ({ tag: 'text', text: part }))]),
		(text) => richTextContent(someOf(text).map((part) => [{ tag: 'md', text: part }])),
	],
	postOf: [(text) => postOf([[{ tag: 'text', text }]], text)],
	json: [
		(text) => readJson(text, 'JSON'),
		(text) => readObject(text, 'JSON'),
		readJsonOrText,
		(text) => readJsonOrText(`{${text}`),
		(text) => readJsonOrText(`${text}{`),
	],
	key: [
		imageContent,
		(text) => imageContent(`img_${text}!`),
		(text) => checkKey('file_key', `${text}!`, 'File Key'),
		(text) => fileContent('media', text, text),
	],
	share: [userCardContent, (text) => userCardContent(`ou_${text}!`), chatCardContent],
	divider: [dividerContent],
	groupBot: [
		(text) => groupBotOf('text', { text: `<at user_id="${text}` }),
		(text) => groupBotOf('post', { en_us: { content: someOf(text).map((tag) => [{ tag }]) } }),
		(text) => groupBotOf('interactive', { elements: [{ tag: 'markdown', content: text }] }),
		(text) => groupBotOf('interactive', { elements: someOf(text).map((tag) => ({ tag })) }),
		(text) => checkKeyword({ msg_type: 'text', content: { text } }, [text, 'Alert']),
	],
	placeMentions: [
		(text) => placeMentions(text, mentions),
		(text) => placeMentions(`@1 @all ${text}`, mentions),
		(text) => placeMentions(`@1 @all \`\`\`${text}`, mentions),
		(text) => placeMentions('a', [text]),
		(text) => placeMentions('a', someOf(text)),
		(text) => mentionInPost([[{ tag: 'text', text }], [{ tag: 'md', text }]], mentions),
		(text) => mentionInPost([someOf(text).map((part) => ({ tag: 'text', text: part }))], mentions),
	],
	numberNames: [
		(text) => numberNames(text, ['Alice Chen', undefined, 'Everyone']),
		(text) => numberNames(`@Alice @Ali ${text}`, ['Alice Chen', 'Bob Miller']),
		(text) => numberNames(`@Alice \`\`\`${text}`, ['Alice Chen']),
		(text) => numberNames('@a', someOf(text)),
		(text) => numberNamesInPost([[{ tag: 'text', text }]], ['Alice Chen']),
	],
	text: [textContent, textMessages, (text) => textMessages(`${text}\n${text}`)],
	cardEntity: [
		(text) => readElements(text, 'Elements'),
		(text) => readElements([{ tag: text }], 'Elements'),
		(text) => isElementId(text),
		(text) => cardEntityData(cardContent(text)),
		(text) =>
			cardEntityData({ msg_type: 'interactive', content: JSON.stringify({ schema: text }) }),
		(text) =>
			cardEntityData({
				msg_type: 'interactive',
				content: JSON.stringify({
					schema: '2.0',
					body: { elements: someOf(text).map((id) => ({ tag: 'hr', element_id: id })) },
				}),
			}),
	],
	postFiles: [
		(text) => withPostFiles(postOf([[{ tag: 'text', text }]]), [text]),
		(text) => withPostFiles(postOf([[{ tag: 'text', text: 'a' }]]), someOf(text)),
	],
	splitForGroupBot: [
		(text) =>
			splitForGroupBot(text, (part) => ({
				msg_type: 'text',
				content: JSON.stringify({ text: part }),
			})),
	],
	callbackResponse: [
		checkCallbackResponse,
		(text) => checkCallbackResponse({ toast: { content: text, type: text } }),
		(text) => checkCallbackResponse({ card: text }),
	],
	asWritten: [
		(text) => asWritten(withoutMentions(text)),
		(text) => asWritten(withoutMentions(`<at user_id="${text}`)),
		(text) => postAsWritten(someOf(text).map((part) => [{ tag: 'md', text: part }])),
	],
};

/** Each takes many parts: what counts is their number, and whether their texts stay as they are. */
const PARTS: Record<string, (texts: string[]) => unknown> = {
	...Object.fromEntries(
		['text', 'dropdown', 'date', 'time', 'datetime', 'checkbox'].map((type) => [
			`inputs of ${type}`,
			(texts: string[]) => cardFormContent({ ...empty, inputs: texts.map(inputOf(type)) }),
		]),
	),
	...Object.fromEntries(
		(['submit', 'reset', 'callback'] as const).map((action) => [
			`buttons that ${action}`,
			(texts: string[]) =>
				cardFormContent({
					...empty,
					inputs: [inputOf('text')('a', 0)],
					buttons: texts.map(() => ({ ...button, action })),
				}),
		]),
	),
	'choices and defaults of a list': (texts) => {
		const values = texts.map((_text, index) => `c${index}`);
		const choices = values.map((value) => ({ text: `text of ${value}`, value }));
		const list = { ...inputOf('multiSelect')('a', 0), choices };
		cardFormContent({ ...empty, inputs: [{ ...list, defaults: values }] });
		cardFormContent({ ...empty, inputs: [{ ...list, defaults: choices.map(({ text }) => text) }] });
	},
	'people of a list': (texts) => {
		const people = texts.map((_text, index) => `ou_${index}`);
		const list = { ...inputOf('people')('a', 0), people, defaults: people };
		cardFormContent({ ...empty, inputs: [list] });
	},
	'fields of a card': (texts) =>
		cardFormContent({
			...empty,
			fields: texts.map((value) => ({ name: value, value, short: true })),
		}),
};

describe('the time for a message grows no faster than what it is made of', () => {
	it.each(Object.entries(WRITERS))('%s', async (_name, writers) => {
		const slow: string[] = [];
		for (const [index, write] of writers.entries()) {
			for (const unit of UNITS) {
				const work = (length: number) => write(filled(unit, length));
				if ((await growth(work, SIZE)) >= LIMIT) slow.push(`${index}: ${unit}`);
			}
		}
		expect(slow).toEqual([]);
	});

	it.each(Object.entries(PARTS))('%s', async (_name, write) => {
		const slow: string[] = [];
		for (const unit of ['a', '\n', '"', '部', '@1 ', '<at ']) {
			const work = (length: number) => write(someOf(filled(unit, length)));
			if ((await growth(work, SIZE)) >= LIMIT) slow.push(unit);
		}
		expect(slow).toEqual([]);
	});

	const repeated = (start: string, unit: string, length: number, end: string) =>
		start + filled(unit, Math.ceil(length / unit.length) * unit.length) + end;

	it.each([
		['elements', cardContent, '{"elements":[', '{"tag":"hr"},', '{"tag":"hr"}]}'],
		[
			'elements of 2.0',
			cardContent,
			'{"schema":"2.0","body":{"elements":[',
			'{"tag":"hr"},',
			'{"tag":"hr"}]}}',
		],
		['paragraphs', richTextContent, '[', '[],', '[]]'],
		['nodes', richTextContent, '[[', '{"tag":"text","text":""},', '{"tag":"hr"}]]'],
		['keys', richTextContent, '{', '"en_us":1,', '"zh_cn":1}'],
		['levels of lists', cardContent, '', '[', ''],
		['levels of objects', richTextContent, '', '{"a":', ''],
	])('many %s', async (_what, write, start, unit, end) => {
		const work = (length: number) => write(repeated(start, unit, length, end));
		expect(await growth(work, SIZE)).toBeLessThan(LIMIT);
	});

	it('levels that are closed', async () => {
		const work = (length: number) => cardContent('['.repeat(length / 2) + ']'.repeat(length / 2));
		expect(await growth(work, SIZE)).toBeLessThan(LIMIT);
	});
});

describe('values that contain the same again and again', () => {
	/** As JSON, 3 to the power of `levels` objects. */
	const shared = (levels: number) => {
		let value: object = { tag: 'hr' };
		for (let level = 0; level < levels; level++) value = { a: value, b: value, c: [value] };
		return value;
	};
	const circular: Record<string, unknown> = {};
	circular.a = circular;
	const branching: Record<string, unknown> = {};
	Object.assign(branching, { a: branching, b: [branching, branching] });

	it.each([
		['shared parts', shared(40), /more than 500000 values/],
		['a circle', circular, /nested more than 100 levels deep/],
		['circles', branching, /more than 500000 values/],
	])('%s are refused before they are gone through', async (_what, value, message) => {
		const time = await processorMs(() => {
			expect(() => cardContent({ elements: [value] })).toThrow(message);
			expect(() => richTextContent([[value]])).toThrow(message);
			expect(() => templateContent('A', '', [{ name: 'rows', value }])).toThrow(message);
			expect(() => cardFormContent({ ...empty, buttons: [{ ...button, value }] })).toThrow(message);
		});
		// Going through all of them would take hours.
		expect(time).toBeLessThan(20_000);
	});

	it.each([
		['shared parts', shared(40), 'fits'],
		['shared parts beyond the depth', shared(101), 'too deep'],
		['circles', branching, 'too deep'],
	])('%s are measured without a limit of values', async (_what, value, extent) => {
		const time = await processorMs(() => expect(extentOf(value)).toBe(extent));
		expect(time).toBeLessThan(20_000);
	});

	it('are no harm when they are few', () => {
		expect(extentOf(shared(5), 10_000)).toBe('fits');
		expect(() => templateContent('A', '', [{ name: 'rows', value: shared(2) }])).not.toThrow();
	});
});
