import { LarkApi } from '../../../credentials/LarkApi.credentials';
import { fingerprint } from '../../../nodes/shared/transport/storedToken';

const app = { region: 'lark', appId: 'cli_a', appSecret: 's1' };

const stored = (credential: object) => {
	const data = { ...app, ...credential };
	return {
		...data,
		tenantAccessToken: 't-1',
		expiresAt: Date.now() + 3_600_000,
		issuedFor: fingerprint(data),
	};
};

const authenticate = async (request: object, credential: object = {}) =>
	await new LarkApi().authenticate(stored(credential), request as never);

describe('the token of the Lark credential', () => {
	it.each([
		[{ url: '/open-apis/im/v1/chats' }],
		[{ url: 'https://open.larksuite.com/open-apis/im/v1/chats' }],
		[{ uri: 'https://open.larksuite.com/open-apis/im/v1/chats' }],
		[{ url: '/open-apis/im/v1/chats', baseURL: 'https://open.larksuite.com' }],
	])('is sent with %j', async (request) => {
		const { headers } = await authenticate(request);
		expect(headers).toEqual({ Authorization: 'Bearer t-1' });
	});

	it.each([
		[{ uri: 'https://example.com/open-apis/im/v1/chats' }],
		[{ url: 'https://open.feishu.cn/open-apis/im/v1/chats' }],
		[{ url: 'http://open.larksuite.com/open-apis/im/v1/chats' }],
		[{ url: 'https://open.larksuite.com:8443/open-apis' }],
		[{ url: 'https://open.larksuite.com.example.com/' }],
		[{ url: 'https://open.larksuite.com@example.com/' }],
		[{ url: '//example.com/open-apis' }],
		[{ url: '/\\example.com/open-apis' }],
		[{ url: '/open-apis/im/v1/chats', baseURL: 'https://example.com' }],
		[{ url: 'open-apis', baseURL: 'https://example.com' }],
		[{ uri: 'no URL at all', baseURL: 'neither is this' }],
		[{ url: 'https:example.com/x' }],
		[{ uri: 'https:/example.com' }],
		[{ url: 'HTTPS:example.com' }],
		[{ uri: 'example.com' }],
		[{ url: 'https:example.com/x', baseURL: 'https://open.larksuite.com' }],
	])('is not sent with %j', async (request) => {
		await expect(authenticate(request)).rejects.toThrow(
			/^The Lark token is sent to https:\/\/open\.larksuite\.com only, not to /,
		);
	});

	it('is not sent on when the host redirects to another one', async () => {
		const request = { url: '/open-apis/im/v1/chats', sendCredentialsOnCrossOriginRedirect: true };
		const { sendCredentialsOnCrossOriginRedirect } = await authenticate(request);
		expect(sendCredentialsOnCrossOriginRedirect).toBe(false);
	});

	it('is sent to the address of a private deployment, and nowhere else', async () => {
		const credential = { region: 'custom', baseUrl: 'http://127.0.0.1:8080/lark/' };
		const request = { uri: 'http://127.0.0.1:8080/lark/open-apis/x' };
		expect((await authenticate(request, credential)).headers).toBeDefined();
		await expect(authenticate({ uri: 'http://127.0.0.1:8081/x' }, credential)).rejects.toThrow();
	});
});
