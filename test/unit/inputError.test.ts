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
