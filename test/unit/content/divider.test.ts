import { dividerContent } from '../../../nodes/shared/content/divider';

describe('dividerContent', () => {
	it('is a divider with its text', () => {
		const { msg_type, content } = dividerContent(' New session ');
		expect(msg_type).toBe('system');
		expect(JSON.parse(content)).toEqual({
			type: 'divider',
			params: { divider_text: { text: 'New session' } },
		});
	});

	it('has room for 20 characters or 10 Chinese ones', () => {
		expect(() => dividerContent('a'.repeat(20))).not.toThrow();
		expect(() => dividerContent('会'.repeat(10))).not.toThrow();
		expect(() => dividerContent('a'.repeat(21))).toThrow(/21 of at most 20/);
		expect(() => dividerContent('会'.repeat(10) + 'a')).toThrow(/21 of at most 20/);
		expect(() => dividerContent(' ')).toThrow('Divider Text is empty');
	});
});
