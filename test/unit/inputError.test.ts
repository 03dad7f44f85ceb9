import { InputError } from '../../nodes/shared/inputError';

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
