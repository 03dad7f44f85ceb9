import { redact, secretsOf } from '../../../nodes/shared/transport/redact';

describe('redact', () => {
	it.each([
		['Bearer t-1234567890 is invalid', 'Bearer [redacted] is invalid'],
		['t-1234567890t-1234567890', '[redacted][redacted]'],
		['secret=s%2Bcret%2F9%3D&x=1', 'secret=[redacted]&x=1'],
		['nothing to hide', 'nothing to hide'],
	])('makes of %j %j', (text, expected) => {
		expect(redact(text, secretsOf('t-1234567890', 's+cret/9='))).toBe(expected);
	});

	it('leaves short values and what is no text alone', () => {
		expect(secretsOf('', 'short', undefined, 12345678)).toEqual([]);
	});
});
