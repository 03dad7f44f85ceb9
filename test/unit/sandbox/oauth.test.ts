import { createHash, randomBytes } from 'node:crypto';

import { agree } from '../../../harness/consent';
import { bench, type SandboxSetup } from './support';

const REDIRECT = 'https://n8n.example.com/callback?x=1';
const MINUTE = 60 * 1_000;
const DAY = 24 * 60 * MINUTE;

describe('the consent page and the token endpoint', () => {
	let now: number;
	let b: SandboxSetup;

	beforeEach(async () => {
		now = Date.now();
		b = await bench({ clock: () => now });
		b.sandbox.app.redirectUrls = [REDIRECT];
	});

	const pageUrl = (query: Record<string, string | undefined> = {}) => {
		const all = {
			client_id: b.sandbox.app.appId,
			response_type: 'code',
			redirect_uri: REDIRECT,
			scope: 'offline_access im:message',
			state: 'a b&c',
			...query,
		};
		const given = Object.entries(all).filter(
			(pair): pair is [string, string] => pair[1] !== undefined,
		);
		return `${b.sandbox.url}/open-apis/authen/v1/authorize?${new URLSearchParams(given)}`;
	};
	const codeFor = async (query = {}, user = b.alice) =>
		(await agree(pageUrl(query), user)).searchParams.get('code') ?? '';
	const client = () => {
		const { appId: client_id, appSecret: client_secret } = b.sandbox.app;
		return { client_id, client_secret };
	};
	const post = async (fields: object, init: RequestInit = {}) => {
		const answer = await fetch(`${b.sandbox.url}/open-apis/authen/v2/oauth/token`, {
			method: 'POST',
			body: new URLSearchParams(fields as Record<string, string>),
			...init,
		});
		return { status: answer.status, ...((await answer.json()) as Token) };
	};
	interface Token {
		code: number;
		error?: string;
		error_description?: string;
		access_token: string;
		refresh_token: string;
		scope: string;
	}
	const redeem = async (code: string, more: object = {}) =>
		await post({ grant_type: 'authorization_code', ...client(), code, ...more });
	const refresh = async (refresh_token: string, more: object = {}) =>
		await post({ grant_type: 'refresh_token', ...client(), refresh_token, ...more });

	describe('the page', () => {
		it('offers everybody, shows the scopes, and is safe against markup', async () => {
			b.sandbox.app.name = '<img src=x>';
			const html = await (await fetch(pageUrl())).text();
			expect(html).toContain('Agree as Alice Chen');
			expect(html).toContain('im:message');
			expect(html).not.toContain('<img');
		});

		it('sends back with the code and the state, or with access_denied', async () => {
			const back = await agree(pageUrl(), b.alice);
			expect(Object.fromEntries(back.searchParams)).toEqual({
				x: '1',
				code: expect.stringMatching(/^[0-9a-f]{32}$/),
				state: 'a b&c',
			});
			const denied = await agree(pageUrl());
			expect(Object.fromEntries(denied.searchParams)).toEqual({
				x: '1',
				error: 'access_denied',
				state: 'a b&c',
			});
		});

		it.each([
			['an app that does not exist', { client_id: 'cli_0' }, /no app/],
			['another response type', { response_type: 'token' }, /response_type/],
			[
				'a redirect URL that is not registered',
				{ redirect_uri: REDIRECT.replace('?', '2?') },
				/redirect URL/,
			],
			['51 scopes', { scope: Array.from({ length: 51 }, (_, i) => `a:${i}`).join(' ') }, /50/],
			['a scope that comes twice', { scope: 'im:chat im:chat' }, /twice/],
			['scopes with commas', { scope: 'im:chat,im:message' }, /no scope/],
			['another challenge method', { code_challenge_method: 'S512' }, /code_challenge_method/],
			['an unknown parameter', { app_id: 'cli_0' }, /no parameter app_id/],
		])('refuses %s, and sends nobody back', async (_case, query, reason) => {
			const answer = await fetch(pageUrl(query), { redirect: 'manual' });
			expect(answer.status).toBe(400);
			expect(await answer.text()).toMatch(reason);
		});

		it.each(['?from=n8n', '#done', '?from=n8n#done'])(
			'takes a registered redirect URL with %s behind, and sends the person there',
			async (rest) => {
				const redirect_uri = REDIRECT.split('?')[0] + rest;
				const { pathname, searchParams } = await agree(pageUrl({ redirect_uri }), b.alice);
				expect(pathname).toBe(new URL(REDIRECT).pathname);
				const code = searchParams.get('code') ?? '';
				expect(await redeem(code, { redirect_uri })).toMatchObject({ code: 0 });
			},
		);

		it('refuses scopes that the app does not have, and people outside its availability', async () => {
			b.sandbox.app.scopes = ['offline_access'];
			expect(await (await fetch(pageUrl())).text()).toMatch(/does not have: im:message/);
			b.sandbox.app.scopes = 'all';
			b.sandbox.app.availability = [];
			await expect(agree(pageUrl(), b.alice)).rejects.toThrow(/availability/);
		});
	});

	describe('a code', () => {
		it.each(['form', 'JSON'])('gives tokens to a %s', async (kind) => {
			const fields = { grant_type: 'authorization_code', ...client(), code: await codeFor() };
			const asJson = {
				body: JSON.stringify(fields),
				headers: { 'Content-Type': 'application/json; charset=utf-8' },
			};
			const token = await post(fields, kind === 'JSON' ? asJson : {});
			expect(token).toEqual({
				status: 200,
				code: 0,
				access_token: expect.stringMatching(/^eyJ.{1000}/),
				expires_in: 7_200,
				refresh_token: expect.stringMatching(/^eyJ.{1000}/),
				refresh_token_expires_in: 604_800,
				scope: 'offline_access im:message',
				token_type: 'Bearer',
			});
			const { body } = await b.call('GET', 'authen/v1/user_info', { token: token.access_token });
			expect(body.data.name).toBe('Alice Chen');
		});

		it('gives tokens that tell of the person what the person has allowed', async () => {
			const { sandbox, alice } = b;
			const toldWith = async (...scopes: string[]) => {
				const token = sandbox.issueUserToken(sandbox.openIdOf(alice), scopes);
				return (await b.call('GET', 'authen/v1/user_info', { token })).body.data;
			};
			const always = ['name', 'en_name', 'avatar_url', 'avatar_thumb', 'avatar_middle'];
			const more = [...always, 'avatar_big', 'open_id', 'union_id', 'tenant_key'];
			expect(Object.keys(await toldWith('im:message')).sort()).toEqual(more.sort());
			const addresses = ['contact:user.email:readonly', 'contact:user.phone:readonly'];
			expect(await toldWith(...addresses)).toMatchObject({
				email: alice.email,
				mobile: alice.mobile,
			});
			const employee = ['contact:user.employee_id:readonly', 'contact:user.employee:readonly'];
			expect(await toldWith(...employee)).toMatchObject({
				user_id: alice.userId,
				employee_no: '1',
				enterprise_email: 'alice@mail.example.com',
			});
		});

		it('gives no refresh token without offline_access', async () => {
			expect(await redeem(await codeFor({ scope: 'im:message' }))).not.toHaveProperty(
				'refresh_token',
			);
		});

		it('adds up what the person has allowed before', async () => {
			await codeFor({ scope: 'im:chat' });
			expect((await redeem(await codeFor({ scope: 'im:message' }))).scope).toBe(
				'im:chat im:message',
			);
		});

		it('works once, for five minutes, for its own app and address', async () => {
			const code = await codeFor();
			const other = b.sandbox.registerApp();
			const foreign = { client_id: other.appId, client_secret: other.appSecret };
			expect(await redeem(code, foreign)).toMatchObject({ status: 400, code: 20024 });
			expect(await redeem(code, { redirect_uri: 'https://x' })).toMatchObject({ code: 20071 });
			expect(await redeem(code, { redirect_uri: REDIRECT })).toMatchObject({ code: 0 });
			expect(await redeem(code)).toMatchObject({ code: 20065, error: 'invalid_grant' });
			expect(await redeem('0')).toMatchObject({ code: 20003 });
			const late = await codeFor();
			now += 5 * MINUTE;
			expect(await redeem(late)).toMatchObject({ code: 20004 });
		});

		it('wants the proof of PKCE, S256 or plain', async () => {
			const verifier = randomBytes(32).toString('base64url');
			const code_challenge = createHash('sha256').update(verifier).digest('base64url');
			const s256 = await codeFor({ code_challenge, code_challenge_method: 'S256' });
			expect(await redeem(s256)).toMatchObject({ code: 20049 });
			expect(await redeem(s256, { code_verifier: `${verifier}x` })).toMatchObject({ code: 20049 });
			expect(await redeem(s256, { code_verifier: verifier })).toMatchObject({ code: 0 });
			const plain = await codeFor({ code_challenge: verifier });
			expect(await redeem(plain, { code_verifier: verifier })).toMatchObject({ code: 0 });
			expect(await redeem(await codeFor(), { code_verifier: verifier })).toMatchObject({
				code: 20049,
			});
		});
	});

	describe('a refresh token', () => {
		const first = async (scope?: string) => await redeem(await codeFor(scope ? { scope } : {}));

		it('works once, and gives the next one', async () => {
			const one = await first();
			const two = await refresh(one.refresh_token);
			expect(two).toMatchObject({ code: 0, scope: 'offline_access im:message' });
			expect(await refresh(one.refresh_token)).toMatchObject({
				status: 400,
				code: 20073,
				error: 'invalid_grant',
				error_description: expect.stringMatching(/only be used once/),
			});
			expect(await refresh(two.refresh_token)).toMatchObject({ code: 0 });
			expect(await refresh(one.access_token)).toMatchObject({ code: 20026 });
		});

		it('lives 7 days, and 365 after the person has agreed', async () => {
			let { refresh_token } = await first();
			for (let day = 6; day < 365; day += 6) {
				now += 6 * DAY;
				({ refresh_token } = await refresh(refresh_token));
			}
			now += 6 * DAY;
			expect(await refresh(refresh_token)).toMatchObject({ code: 20037 });
			const unused = await first();
			now += 7 * DAY;
			expect(await refresh(unused.refresh_token)).toMatchObject({ code: 20037 });
		});

		it('can narrow the scopes, not widen them', async () => {
			const narrow = async (scope: string) =>
				await refresh((await first()).refresh_token, { scope });
			expect((await narrow('im:message')).scope).toBe('im:message');
			expect(await narrow('im:chat')).toMatchObject({ code: 20068, error: 'invalid_scope' });
			expect(await narrow('im:message im:message')).toMatchObject({ code: 20067 });
		});

		it('is refused where the app may not refresh, or the person has gone', async () => {
			const { refresh_token } = await first();
			b.sandbox.app.refreshesUserTokens = false;
			expect(await refresh(refresh_token)).toMatchObject({ code: 20074 });
			b.sandbox.app.refreshesUserTokens = true;
			b.alice.resigned = true;
			expect(await refresh(refresh_token)).toMatchObject({ code: 20066 });
		});
	});

	it.each<[string, object, RequestInit, number]>([
		['no grant type', { grant_type: '' }, {}, 20001],
		['another grant type', { grant_type: 'password' }, {}, 20036],
		['no code', { code: '' }, {}, 20001],
		['a wrong secret', { client_secret: 'x' }, {}, 20002],
		['an unknown app', { client_id: 'cli_0' }, {}, 20048],
		['no secret', { client_secret: '' }, {}, 20001],
		['an unknown field', { app_id: 'x' }, {}, 20063],
		['the secret twice', {}, { headers: { Authorization: 'Basic eDp5' } }, 20070],
		['plain text', {}, { headers: { 'Content-Type': 'text/plain' } }, 20063],
	])('refuses a request with %s', async (_case, change, init, code) => {
		const fields = { grant_type: 'authorization_code', ...client(), code: await codeFor() };
		const refusal = await post({ ...fields, ...change }, init);
		expect(refusal).toMatchObject({ status: 400, code, error: expect.any(String) });
		expect(await redeem(fields.code)).toMatchObject({ code: 0 });
	});
});
