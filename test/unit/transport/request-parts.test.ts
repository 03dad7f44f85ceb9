import { fillPath, valuesInPath } from '../../../nodes/shared/transport/endpoint';
import { baseUrlOf } from '../../../nodes/shared/transport/hosts';
import { idempotencyKey } from '../../../nodes/shared/transport/idempotency';

describe('fillPath', () => {
	it('fills and encodes every segment', () => {
		const template = '/open-apis/im/v1/messages/:message_id/resources/:file_key';
		expect(fillPath(template, { message_id: 'om_1', file_key: '../a?b' })).toBe(
			'/open-apis/im/v1/messages/om_1/resources/..%2Fa%3Fb',
		);
	});

	it('refuses a missing value', () => {
		expect(() => fillPath('/a/:id', {})).toThrow(/needs a id/);
		expect(() => fillPath('/a/:id', { id: '' })).toThrow(/needs a id/);
		expect(() => fillPath('/a/:constructor', {})).toThrow(/needs a constructor/);
	});
});

describe('valuesInPath', () => {
	it.each([
		['/a/:id/b', '/a/1/b', { id: '1' }],
		['/a/:id', '/a/1/', { id: '1' }],
		['/a/:one/:two', '/a/1/2', { one: '1', two: '2' }],
		['/a', '/a', {}],
		['/a/:id', '/b/1', undefined],
		['/a/:id', '/a/1/2', undefined],
	])('of %s in %s are %j', (template, path, values) => {
		expect(valuesInPath(template, path)).toEqual(values);
	});
});

describe('a value that would lead to another endpoint', () => {
	it.each(['.', '..', '\ud800', 'a\udfffb'])('such as %j is refused', (id) => {
		expect(() => fillPath('/a/:id/b', { id })).toThrow(/^The id cannot be /);
	});

	it.each(['...', '.a', 'a..', '%2e%2e', '..\\', '.. ', '😀'])('is not %j', (id) => {
		const path = fillPath('/a/:id/b', { id });
		expect(new URL(path, 'https://example.com').pathname).toBe(path);
		expect(decodeURIComponent(path.split('/')[2])).toBe(id);
	});
});

describe('baseUrlOf', () => {
	it.each([
		[{ region: 'feishu' }, 'https://open.feishu.cn'],
		[{ region: 'lark' }, 'https://open.larksuite.com'],
		[{ region: 'custom', baseUrl: ' http://127.0.0.1:8765/ ' }, 'http://127.0.0.1:8765'],
	])('%j is %s', (credentials, url) => {
		expect(baseUrlOf(credentials)).toBe(url);
	});

	it.each(['constructor', '__proto__', 'toString'])(
		'takes the region %j, which an expression can give, for none',
		(region) => {
			expect(() => baseUrlOf({ region })).toThrow(/Base URL.*https:\/\//);
		},
	);

	it.each(['https://me:secret-word@gateway.example.com', 'http://secret-word@127.0.0.1/lark'])(
		'refuses %j without showing the password',
		(baseUrl) => {
			const read = () => baseUrlOf({ region: 'custom', baseUrl });
			expect(read).toThrow(/user name or password/);
			expect(read).not.toThrow(/secret-word/);
		},
	);

	it('takes an @ behind the host for what it is', () => {
		const baseUrl = 'https://gateway.example.com/@lark';
		expect(baseUrlOf({ region: 'custom', baseUrl })).toBe(baseUrl);
	});

	it.each(['', 'open.larksuite.com', 'ftp://host', 'https://'])('refuses %j', (baseUrl) => {
		expect(() => baseUrlOf({ region: 'custom', baseUrl })).toThrow(/Base URL.*https:\/\//);
	});
});

describe('idempotencyKey', () => {
	it('is the same for the same parts, different for any other', () => {
		const parts = ['7', 'node', 0, 3, 'oc_1', '{"text":"a"}'];
		expect(idempotencyKey(parts)).toBe(idempotencyKey([...parts]));
		expect(idempotencyKey(parts)).toMatch(/^[0-9a-f]{40}$/);
		const others = parts.map((part, at) => idempotencyKey(parts.with(at, `${part}x`)));
		expect(new Set([idempotencyKey(parts), ...others]).size).toBe(parts.length + 1);
		expect(idempotencyKey(['a', 'bc'])).not.toBe(idempotencyKey(['ab', 'c']));
	});
});
