import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper } from 'n8n-workflow';

import { fetchToken } from '../../../nodes/shared/lark/tenantToken';
import { isTokenUsable } from '../../../nodes/shared/transport/storedToken';

const app = { region: 'feishu', appId: 'cli_a', appSecret: 's1' };

/** Answers the token endpoint, and counts how often it is asked. */
function tokenEndpoint(body: IDataObject) {
	const requests: IDataObject[] = [];
	const httpRequest = async (options: IDataObject) => {
		requests.push(options);
		await Promise.resolve();
		return { statusCode: 200, headers: { 'x-tt-logid': 'log1' }, body };
	};
	return { requests, helper: { helpers: { httpRequest } } as unknown as IHttpRequestHelper };
}

const issue = async (credentials: ICredentialDataDecryptedObject = app, expire = 7200) =>
	await fetchToken(
		tokenEndpoint({ code: 0, tenant_access_token: 't-1', expire }).helper,
		credentials,
	);

describe('a stored token', () => {
	it('is used until a minute before its expiry', async () => {
		const before = Date.now();
		const stored = { ...app, ...(await issue()) };
		expect(isTokenUsable(stored, before)).toBe(true);
		expect(isTokenUsable(stored, before + 7200_000 - 61_000)).toBe(true);
		expect(isTokenUsable(stored, Date.now() + 7200_000 - 60_000)).toBe(false);
	});

	it.each([
		['App ID', { appId: 'cli_b' }],
		['App Secret', { appSecret: 's2' }],
		['region', { region: 'lark' }],
	])('is not used after a change of the %s', async (_field, change) => {
		const stored = { ...app, ...(await issue()) };
		expect(isTokenUsable({ ...stored, ...change }, Date.now())).toBe(false);
	});

	it('is not used when it is empty or nothing is known about it', () => {
		expect(isTokenUsable(app, 0)).toBe(false);
		expect(isTokenUsable({ ...app, tenantAccessToken: 't-1' }, 0)).toBe(false);
	});
});

describe('fetching a token', () => {
	it.each([
		[' cli_a\n', 's1 '],
		['cli_\r\na', '\u200bs\t1'],
	])('sends %j and %j without what was pasted along', async (appId, appSecret) => {
		const { helper, requests } = tokenEndpoint({ code: 0, tenant_access_token: 't', expire: 9 });
		const stored = await fetchToken(helper, { ...app, appId, appSecret });
		expect(requests).toMatchObject([{ body: { app_id: 'cli_a', app_secret: 's1' } }]);
		expect(stored.issuedFor).toBe((await issue()).issuedFor);
	});

	it.each([
		[{ appId: ' ' }, /^The App ID .* is empty\. Copy it from the developer console/],
		[{ appSecret: '' }, /^The App Secret .* is empty\. Copy it/],
	])('says what to do about %j before anything is sent', async (change, message) => {
		const { helper, requests } = tokenEndpoint({ code: 0 });
		await expect(fetchToken(helper, { ...app, ...change })).rejects.toThrow(message);
		expect(requests).toEqual([]);
	});

	it('is one request for concurrent calls of one app', async () => {
		const { helper, requests } = tokenEndpoint({ code: 0, tenant_access_token: 't', expire: 9 });
		const other = { ...app, appId: 'cli_b' };
		await Promise.all(
			[app, app, other, app].map(async (credentials) => await fetchToken(helper, credentials)),
		);
		expect(requests).toHaveLength(2);
		await fetchToken(helper, app);
		expect(requests).toHaveLength(3);
	});

	it.each([
		[
			{ code: 10003, msg: 'invalid param' },
			/feishu\.cn does not know this App ID: "cli_a".*made on Lark/,
		],
		[{ code: 10015, msg: 'app secret invalid' }, /App Secret is wrong/],
		[{ code: 20046, msg: 'Brand inconsistency' }, /other brand.*region.*Lark/],
		[{ code: 99991662, msg: 'app not in use' }, /Publish a version/],
		[{ code: 12345678, msg: 'something new' }, /something new.*12345678.*log1/],
	])('says in one text what to do about %j', async (body, text) => {
		const { helper } = tokenEndpoint(body);
		await expect(fetchToken(helper, app)).rejects.toThrow(text);
		await expect(fetchToken(helper, app)).rejects.not.toThrow(/s1/);
	});

	it('shows no secret, even when the response repeats it', async () => {
		const appSecret = 'secret-of-the-app';
		const { helper } = tokenEndpoint({ code: 12345678, msg: `bad app_secret ${appSecret}` });
		const refused = fetchToken(helper, { ...app, appSecret });
		await expect(refused).rejects.toThrow(/bad app_secret \[redacted\]/);
		await expect(refused).rejects.not.toThrow(appSecret);
	});

	it('says that the host cannot be reached, and why', async () => {
		const httpRequest = async () => {
			throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
		};
		const helper = { helpers: { httpRequest } } as unknown as IHttpRequestHelper;
		await expect(fetchToken(helper, app)).rejects.toThrow(
			/cannot be reached at https:\/\/open\.feishu\.cn: the connection was refused/,
		);
	});
});
