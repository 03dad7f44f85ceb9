import { bench, stoppedClock, type SandboxSetup } from './support';

const MINUTE = 60_000;

async function tokenOf(b: SandboxSetup, app = b.sandbox.app) {
	const answer = await b.call('POST', 'auth/v3/tenant_access_token/internal', {
		token: null,
		body: { app_id: app.appId, app_secret: app.appSecret },
	});
	return answer.body;
}

async function codeWith(
	b: SandboxSetup,
	token: string | null,
	path = 'im/v1/chats',
): Promise<number> {
	const { status, body } = await b.call('GET', path, { token });
	if (body.code !== 0) expect(status).toBe(400);
	return body.code;
}

describe('tenant tokens', () => {
	it('stay the same until less than 30 minutes are left, then overlap', async () => {
		const { clock, advance } = stoppedClock();
		const b = await bench({ clock });
		const first = await tokenOf(b);
		expect(first).toMatchObject({ code: 0, msg: 'ok', expire: 7200 });

		advance(90 * MINUTE);
		expect(await tokenOf(b)).toMatchObject({
			tenant_access_token: first.tenant_access_token,
			expire: 1800,
		});

		advance(1_000);
		const second = await tokenOf(b);
		expect(second.tenant_access_token).not.toBe(first.tenant_access_token);
		expect(second.expire).toBe(7200);
		expect(await codeWith(b, first.tenant_access_token ?? '')).toBe(0);
		expect(await codeWith(b, second.tenant_access_token ?? '')).toBe(0);

		advance(30 * MINUTE);
		expect(await codeWith(b, first.tenant_access_token ?? '')).toBe(99991663);
		expect(await codeWith(b, second.tenant_access_token ?? '')).toBe(0);
	});

	it('are the same under the name app_access_token', async () => {
		const b = await bench();
		const { appId: app_id, appSecret: app_secret } = b.sandbox.app;
		const answer = await b.call('POST', 'auth/v3/app_access_token/internal', {
			token: null,
			body: { app_id, app_secret },
		});
		expect(answer.body.app_access_token).toBe(await b.token());
	});

	it('die at once when they are revoked', async () => {
		const b = await bench();
		const token = await b.token();
		b.sandbox.revokeTokens();
		expect(await codeWith(b, token)).toBe(99991663);
		const next = await b.token();
		expect(next).not.toBe(token);
		expect(await codeWith(b, next)).toBe(0);
	});
});

describe('refused apps (HTTP 200 with a code)', () => {
	it.each([
		['an unknown App ID', 10003, { app_id: 'cli_0000000000000000' }],
		['a wrong App Secret', 10015, { app_secret: 'wrong' }],
		['no App Secret', 10003, { app_secret: undefined }],
		['an App ID that is no string', 10003, { app_id: 7 }],
	])('%s: %d', async (_, code, wrong) => {
		const b = await bench();
		const { appId: app_id, appSecret: app_secret } = b.sandbox.app;
		const body = { app_id, app_secret, ...wrong };
		const answer = await b.call('POST', 'auth/v3/tenant_access_token/internal', {
			token: null,
			body,
		});
		expect([answer.status, answer.body.code]).toEqual([200, code]);
		expect(answer.body.tenant_access_token).toBeUndefined();
	});

	it('a disabled app: 10014, and its tokens 99991662', async () => {
		const b = await bench();
		const token = await b.token();
		b.sandbox.app.disabled = true;
		expect((await tokenOf(b)).code).toBe(10014);
		expect(await codeWith(b, token)).toBe(99991662);
	});

	it('an app of the other brand: 20046', async () => {
		const b = await bench({ brand: 'lark' });
		const app = b.sandbox.registerApp({ brand: 'feishu' });
		expect(await tokenOf(b, app)).toMatchObject({ code: 20046, msg: 'Brand inconsistency' });
	});
});

describe('the Authorization header', () => {
	it.each([
		['nothing', null, 99991661],
		['an unknown tenant token', `t-${'0'.repeat(40)}`, 99991663],
		['an unknown app token', `a-${'0'.repeat(40)}`, 99991664],
		['an unknown user token', `u-${'0'.repeat(40)}`, 99991668],
		['another prefix', 'secret', 99991671],
	])('%s: %s', async (_, token, code) => {
		expect(await codeWith(await bench(), token)).toBe(code);
	});

	it('is judged before the fields are', async () => {
		const b = await bench();
		const answer = await b.call('POST', 'im/v1/messages', { token: null, body: {} });
		expect(answer.body.code).toBe(99991661);
	});
});

describe('user tokens', () => {
	it('are the only ones that APIs for users take', async () => {
		const b = await bench();
		expect(await codeWith(b, await b.token(), 'authen/v1/user_info')).toBe(99991663);
	});

	it('act as the user, expire with 99991677, and are refused where only apps may call', async () => {
		const { clock, advance } = stoppedClock();
		const b = await bench({ clock });
		const token = b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice));
		expect(await codeWith(b, token)).toBe(0);
		expect(await codeWith(b, token, 'bot/v3/info')).toBe(99991668);
		advance(121 * MINUTE);
		expect(await codeWith(b, token)).toBe(99991677);
	});

	it('need both scopes to send', async () => {
		const b = await bench();
		const send = async (scopes: string[]) => {
			const answer = await b.call('POST', 'im/v1/messages', {
				token: b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice), scopes),
				query: { receive_id_type: 'chat_id' },
				body: { receive_id: b.group.chatId, msg_type: 'text', content: '{"text":"Hi"}' },
			});
			return answer.body;
		};
		expect((await send(['im:message'])).code).toBe(99991679);
		const sent = await send(['im:message', 'im:message.send_as_user']);
		expect(sent.data.sender).toMatchObject({ sender_type: 'user', id_type: 'open_id' });
	});
});

describe('scopes', () => {
	it('names the missing ones: 99991672', async () => {
		const b = await bench();
		b.sandbox.app.scopes = ['contact:user.id:readonly'];
		const { body } = await b.call('GET', 'im/v1/chats');
		expect(body).toMatchObject({
			code: 99991672,
			msg: 'Access denied. One of the following scopes is required: [im:chat, im:chat:readonly, im:chat:read, im:chat.group_info:readonly]',
			error: {
				permission_violations: [{ type: 'action_scope_required', subject: 'im:chat' }, {}, {}, {}],
			},
		});
		b.sandbox.app.scopes = ['im:chat:read'];
		expect((await b.call('GET', 'im/v1/chats')).body.code).toBe(0);
	});

	it('hide fields of users that the app may not read', async () => {
		const b = await bench();
		b.sandbox.app.scopes = ['contact:contact.base:readonly', 'contact:user.base:readonly'];
		const path = `contact/v3/users/${b.sandbox.openIdOf(b.alice)}`;
		const { user } = (await b.call('GET', path)).body.data;
		expect(user.name).toBe('Alice Chen');
		expect(Object.keys(user)).not.toEqual(expect.arrayContaining(['email']));
		expect(Object.keys(user)).not.toEqual(expect.arrayContaining(['user_id']));
	});
});
