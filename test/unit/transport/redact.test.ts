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

	it.each([
		['the longer one of two secrets', 'a-secret-and-more', ['a-secret', 'a-secret-and-more']],
		['percent-encoding in lower case', 's%2bcret%2f9%3d', ['s+cret/9=']],
		['a space in a form', 'my+secret%2B', ['my secret+']],
		['what JSON escapes', JSON.stringify('"secret\\ key').slice(1, -1), ['"secret\\ key']],
		['Base64', 'czNjcmV0LWtleQ==', ['s3cret-key']],
		['half a character', 'secret-\ud800', ['secret-\ud800']],
	])('takes out %s', (_what, text, secrets) => {
		expect(redact(text, secretsOf(...secrets))).toMatch(/^\[redacted\]=*$/);
	});

	it('leaves short values and what is no text alone', () => {
		expect(secretsOf('', 'short', undefined, 12345678)).toEqual([]);
	});
});
