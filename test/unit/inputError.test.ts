import { InputError } from '../../nodes/shared/inputError';

describe('InputError', () => {
	it('says first that an expression is in a field that is set to Fixed', () => {
		const { fix } = new InputError('Message ID cannot be "{{ $json.message_id }}"', 'Take it.');
		expect(fix).toMatch(/set to Fixed.*Expression/);
	});

	it.each(['Message ID is empty', 'Rich Text is not JSON: {"a":{"b":{}}}', 'Text has }} and {{'])(
		'keeps its own fix for %j',
		(message) => expect(new InputError(message, 'Take it.').fix).toBe('Take it.'),
	);
});
