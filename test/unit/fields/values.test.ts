import { richTextContent } from '../../../nodes/shared/content/richText';
import { InputError } from '../../../nodes/shared/inputError';
import {
	quoted,
	readBoolean,
	readChoice,
	readNumber,
	readText,
} from '../../../nodes/shared/values';
import { readEdits } from '../../../nodes/Lark/actions/chat/announcementEdits';
import { readTime } from '../../../nodes/Lark/fields/timeRange';

const circular: Record<string, unknown> = {};
circular.own = circular;
const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;

/** What an expression can give, and JavaScript cannot write as text. */
const UNWRITABLE: Array<[what: string, value: unknown]> = [
	['an object that contains itself', circular],
	['a list of itself', [circular]],
	['very deep lists', deep],
	['an object with a toString of its own', { toString: 1, valueOf: 1 }],
	['an object without a prototype', Object.create(null)],
	['a large number', { value: 10n }],
];

/** What reads one value of a parameter. */
const READERS: Record<string, (value: unknown) => unknown> = {
	readText: (value) => readText('Field', value),
	readBoolean: (value) => readBoolean('Field', value),
	readNumber: (value) => readNumber('Field', value),
	readChoice: (value) => readChoice('Field', value, [{ name: 'A', value: 'a' }]),
	readTime: (value) => readTime('Field', value, 'UTC'),
	'the tag of a post': (tag) => richTextContent([[{ tag }]]),
	'a post': richTextContent,
};

describe.each(Object.entries(READERS))('%s', (_name, read) => {
	it.each(UNWRITABLE)('refuses %s with words', (_what, value) => {
		expect(() => read(value)).toThrow(InputError);
	});
});

describe('the edits of an announcement', () => {
	it.each([
		['that contain themselves', [circular]],
		['that are nested too deeply', [deep]],
		['that are nested too deeply, as JSON', `[${'['.repeat(50_000)}${']'.repeat(50_000)}]`],
	])('%s are refused with words', (_what, edits) => {
		expect(() => readEdits(edits)).toThrow(InputError);
	});
});

it('a value that has no JSON is quoted by its kind', () => {
	expect([quoted(circular), quoted([circular])]).toEqual(['"an object"', '"a list"']);
});
