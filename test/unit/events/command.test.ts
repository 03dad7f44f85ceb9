import {
	readCommand,
	readCommandNames,
	textBehindCommand,
} from '../../../nodes/shared/events/command';

const nameOf = (text: string) => readCommand(text)?.name;

describe('a command', () => {
	it.each([
		['/新对话', '新对话'],
		['/नया सत्र', 'नया'],
		['/เริ่มใหม่', 'เริ่มใหม่'],
		['/mới', 'mới'],
		['/новый чат', 'новый'],
		['／new', 'new'],
		['/NEW', 'new'],
	])('can be written in any script, also with the slash of its keyboard: %s', (text, name) => {
		expect(nameOf(text)).toBe(name);
		expect(readCommandNames([text.split(' ')[0]])).toEqual([name]);
	});

	it('is the same with an accent of its own', () => {
		const [composed, apart] = ['NFC', 'NFD'].map((form) => '/größe'.normalize(form));
		expect(nameOf(composed)).toBe(nameOf(apart));
		expect(readCommandNames([apart])).toEqual([nameOf(composed)]);
	});

	it.each(['//new', '/ new', '/\u0301new', 'new', '/new!', 'so /new'])('is not %j', (text) => {
		expect(nameOf(text)).toBeUndefined();
	});

	it.each([
		['/new', ''],
		['/new  Plan my trip\nby train ', 'Plan my trip\nby train'],
		['/new "quoted words"', '"quoted words"'],
	])('%j is followed by %j', (text, behind) => {
		expect(textBehindCommand(text, [])).toBe(behind);
	});

	it('is followed by what stands behind it, not by who is mentioned before it', () => {
		const text = '@Ann Lee /new Hello';
		expect(textBehindCommand(text, [[0, 8]])).toBe('Hello');
	});
});
