import { withToolInput } from '../../../nodes/Lark/actions/message/sendAndWait/toolInput';

describe('the message by which an agent asks', () => {
	it('shows what the tool would be called with', () => {
		const message = 'Input:\n[object Object]';
		expect(withToolInput(message, { Text: 'Hi $& $1' })).toBe(
			'Input:\n\n```json\n{\n  "Text": "Hi $& $1"\n}\n```\n',
		);
	});

	it.each([undefined, null, 'text'])('stays as it is with %j', (input) => {
		expect(withToolInput('[object Object]', input)).toBe('[object Object]');
	});
});
