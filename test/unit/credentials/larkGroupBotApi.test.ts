import { LarkGroupBotApi } from '../../../credentials/LarkGroupBotApi.credentials';
import { signedBody } from '../../../nodes/shared/transport/webhook';

const KEY = '5f0c1b7e-2d3a-4c96-8e41-7a9b0c3d2e1f';
const URL_OF = (host: string) => `https://${host}/open-apis/bot/v2/hook/${KEY}`;
const lark = {
	webhookUrl: URL_OF('open.larksuite.com'),
	signingSecret: '',
	words: '',
	baseUrl: '',
};
const PATH = '/open-apis/bot/v2/hook/:hook_id';

const authenticate = async (request: object, credential: object = {}) =>
	await new LarkGroupBotApi().authenticate({ ...lark, ...credential }, request as never);

describe('the Lark Group Bot credential', () => {
	it.each([
		[{ uri: lark.webhookUrl }, {}],
		[{ url: lark.webhookUrl }, {}],
		[{ url: `/open-apis/bot/v2/hook/${KEY}`, baseURL: 'https://open.larksuite.com' }, {}],
		[{ url: PATH }, { webhookUrl: ` ${URL_OF('open.feishu.cn')}/ ` }],
		[
			{ url: PATH },
			{
				webhookUrl: `http://127.0.0.1:80/lark/open-apis/bot/v2/hook/${KEY}`,
				baseUrl: 'http://127.0.0.1/lark/',
			},
		],
	])('sends %j with %j', async (request, credential) => {
		const sent = await authenticate(request, credential);
		if ('url' in request && request.url === PATH) expect(sent.url).toContain(KEY);
	});

	it.each([
		[{ uri: 'https://open.larksuite.com/open-apis/im/v1/messages' }],
		[{ uri: URL_OF('open.feishu.cn') }],
		[{ uri: URL_OF('example.com') }],
		[{ uri: `${lark.webhookUrl}x` }],
		[{ url: '', baseURL: '' }],
		[{ uri: 'no URL' }],
	])('does not send %j, which goes elsewhere', async (request) => {
		await expect(authenticate(request)).rejects.toThrow(/own Webhook URL only/);
	});

	it('follows no redirect, which would take the signed message elsewhere', async () => {
		expect((await authenticate({ uri: lark.webhookUrl })).maxRedirects).toBe(0);
	});

	it.each([
		['', /is empty/],
		['hook', /is not a web address/],
		[URL_OF('example.com'), /goes to example.com/],
		[URL_OF('open.larksuite.com.example.com'), /goes to open.larksuite.com.example.com/],
		[URL_OF('open.larksuite.com@example.com'), /goes to example.com/],
		[URL_OF('open.larksuite.com:8443'), /goes to open.larksuite.com:8443/],
		[`http://open.larksuite.com/open-apis/bot/v2/hook/${KEY}`, /goes to open.larksuite.com/],
		['https://www.feishu.cn/flow/api/trigger-webhook/0123456789abcdef', /goes to www.feishu.cn/],
		[`https://open.feishu.cn/open-apis/bot/hook/${KEY}`, /not the address of a custom bot/],
		['https://open.feishu.cn/open-apis/bot/v2/hook/', /not the address of a custom bot/],
		['https://open.feishu.cn/open-apis/bot/v2/hook/***', /not the address of a custom bot/],
		[`https://open.feishu.cn/open-apis/bot/v2/hook/${KEY}/x`, /not the address of a custom bot/],
	])('refuses the Webhook URL %j with words, and without the address', async (webhookUrl, text) => {
		const refused = authenticate({ url: PATH }, { webhookUrl });
		await expect(refused).rejects.toThrow(text);
		await expect(refused).rejects.toThrow(/Settings > Bots > the custom bot/);
		await expect(refused).rejects.not.toThrow(new RegExp(KEY));
	});

	it('takes a private deployment only below its Base URL', async () => {
		const webhookUrl = URL_OF('lark.example.com');
		await authenticate({ url: PATH }, { webhookUrl, baseUrl: 'https://lark.example.com' });
		const refused = authenticate({ url: PATH }, { webhookUrl, baseUrl: 'https://lark.example' });
		await expect(refused).rejects.toThrow(/does not start with the Base URL/);
	});

	it.each([
		'https://LARK.example.com',
		'https://lark.example.com:443/',
		'HTTPS://lark.example.com',
	])('knows the Base URL %s as that of the same address', async (baseUrl) => {
		const webhookUrl = URL_OF('lark.example.com');
		const { url } = await authenticate({ url: PATH }, { webhookUrl, baseUrl });
		expect(url).toBe(webhookUrl);
	});

	it('does not show the key of a bot whose Webhook URL is in Base URL, too', async () => {
		const webhookUrl = URL_OF('open.larksuite.com');
		const refused = authenticate({ url: PATH }, { webhookUrl, baseUrl: webhookUrl });
		await expect(refused).rejects.toThrow(/before \/open-apis/);
		await expect(refused).rejects.not.toThrow(new RegExp(KEY));
	});

	it('signs by the documented algorithm, with the time of each request', async () => {
		// Computed by the Python code of the documentation with the time 1700000000 and the secret "mysecret".
		const sign = 'Jp33/xXhCipDEpjyHvEyc7mRSyXWHbNz6J8+C3qQKNo=';
		const credential = { ...lark, signingSecret: ' mysecret ' };
		expect(signedBody({ msg_type: 'text' }, credential, 1_700_000_000_999)).toEqual({
			timestamp: '1700000000',
			sign,
			msg_type: 'text',
		});
		const { body } = await authenticate({ url: PATH, body: { msg_type: 'text' } }, credential);
		const { timestamp } = body as { timestamp: string };
		expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(5);
	});

	it('signs nothing without a secret, and no body that is not JSON', async () => {
		const body = { msg_type: 'text' };
		expect((await authenticate({ url: PATH, body })).body).toEqual(body);
		const text = await authenticate({ url: PATH, body: 'text' }, { signingSecret: 'secret' });
		expect(text.body).toBe('text');
	});

	it('is tested by a message type that Lark does not have', () => {
		const { request } = new LarkGroupBotApi().test;
		expect(request.body).toMatchObject({ msg_type: 'credential_test' });
	});
});
