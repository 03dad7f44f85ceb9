import { InputError, unusableValue } from '../../nodes/shared/inputError';

describe('InputError', () => {
	it('reports first that a field set to Fixed holds an expression', () => {
		const { fix } = new InputError('Message ID cannot be "{{ $json.message_id }}"', 'Take it.');
		expect(fix).toMatch(/set to Fixed.*Expression/);
	});

	it.each(['Message ID is empty', 'Rich Text is not JSON: {"a":{"b":{}}}', 'Text has }} and {{'])(
		'keeps its own fix for %j',
		(message) => expect(new InputError(message, 'Take it.').fix).toBe('Take it.'),
	);

	it.each([
		['Entry cannot have "ou_1\u200b"', 'U+200B'],
		['File Key cannot be "\u2066file_1"', 'U+2066'],
		['Users cannot have "ou_\u061c1"', 'U+061C'],
		['Name cannot be "a\u3164"', 'U+3164'],
		['Card is not JSON: "\ufeff{" is not valid', 'U+FEFF'],
		['Key cannot be "a\0b"', 'U+0000'],
		['Key cannot be "a\u200db"', 'U+200D'],
		['Key cannot be "a\u{e0041}"', 'U+E0041'],
	])('names the character that nobody sees in %j', (message, character) => {
		const { fix } = new InputError(message, 'Take it.');
		expect(fix).toMatch(`the invisible character ${character}. Delete`);
		expect(fix).toMatch(/Take it\.$/);
	});

	it.each(['Emoji cannot be "👩‍💻"', 'Emoji cannot be "❤️"', 'Name cannot be "می‌خواهم"', 'a\n\tb'])(
		'sees nothing hidden in %j',
		(message) => expect(new InputError(message, 'Take it.').fix).toBe('Take it.'),
	);
});

describe('unusableValue', () => {
	it.each([
		['', 'Chat is empty'],
		['x', 'Chat cannot be "x": IDs start with oc_'],
		['oc_1\u200b', 'Chat cannot be "oc_1\u200b": it has the invisible character U+200B in it'],
		['\u202eoc_1', 'Chat cannot be "\u202eoc_1": it has the invisible character U+202E in it'],
	])('of %j says %j', (value, message) => {
		expect(unusableValue('Chat', value, 'IDs start with oc_', 'Pick one.').message).toBe(message);
	});
});
