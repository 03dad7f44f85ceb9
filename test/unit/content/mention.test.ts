import { placeMentions, type Mentions } from '../../../nodes/shared/content/mention';

const ann = '<at user_id="ou_ann"></at>';
const bob = '<at user_id="bob"></at>';
const all = '<at user_id="all"></at>';
const place = (text: string, mentions: Partial<Mentions>) =>
	placeMentions(text, { people: [], everyone: false, position: 'start', ...mentions });

describe('placeMentions', () => {
	it('puts them at the start, at the end or where placeholders stand', () => {
		const people = ['ou_ann', 'bob'];
		expect(place('Hello', { people })).toBe(`${ann} ${bob} Hello`);
		expect(place('Hello', { people, everyone: true, position: 'end' })).toBe(
			`Hello ${ann} ${bob} ${all}`,
		);
		expect(place('@2 asks @1, not a@1.com or @1b', { people, position: 'placeholders' })).toBe(
			`${bob} asks ${ann}, not a@1.com or @1b`,
		);
		expect(place('`@1` ```\n@1``` @1', { people: ['bob'], position: 'placeholders' })).toBe(
			`\`@1\` \`\`\`\n@1\`\`\` ${bob}`,
		);
		expect(place('@all: @3', { everyone: true, position: 'placeholders' })).toBe(`${all}: @3`);
	});

	it('changes nothing without mentions, and makes no message of an empty text', () => {
		expect(place('Hello @1', { position: 'placeholders' })).toBe('Hello @1');
		expect(place(' ', { people: ['bob'] })).toBe(' ');
	});

	it('refuses a person without a place, and what is no ID', () => {
		const people = ['ou_ann', 'bob'];
		expect(() => place('Hello @1', { people, position: 'placeholders' })).toThrow(/has no @2/);
		expect(() => place('Hello', { people: ['"><at'] })).toThrow(/Mentions cannot have/);
		expect(() => place('Hello', { people: ['ann@example.com'] })).toThrow(/Mentions cannot have/);
	});
});
