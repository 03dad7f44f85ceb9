import { CredentialStore } from './harness';
import { byAddress, openLarkNode, type LarkNode } from './lark-node';

describe('a call that lacks a scope', () => {
	let lark: LarkNode;

	beforeEach(async () => (lark = await openLarkNode()));
	afterEach(async () => await lark.sandbox.close());

	const descriptionOf = (error?: Error) => (error as { description?: string }).description;

	it('links to the page of the app with the narrowest scope chosen', async () => {
		lark.sandbox.app.scopes = [];
		const { error } = await lark.run({
			...{ resource: 'message', operation: 'send', text: 'Hi' },
			receiver: byAddress(lark.sandbox.world.chats[0].chatId),
		});
		const page = `${lark.sandbox.url}/app/${lark.sandbox.app.appId}/auth`;
		expect(error?.message).toBe('The app lacks the scope im:message:send_as_bot');
		expect(descriptionOf(error)).toContain(
			`Add im:message:send_as_bot here: ${page}?q=im:message:send_as_bot&op_from=openapi&token_type=tenant Then publish a new version of the app.`,
		);
	});

	it('links to the scopes of a person when a person lacks them', async () => {
		const { sandbox, oauthCredential } = lark;
		const access_token = sandbox.issueUserToken(sandbox.openIdOf(sandbox.world.users[0]), []);
		const oauthTokenData = { access_token, expires_in: 7200 };
		lark.store = new CredentialStore({ larkOAuth2Api: { ...oauthCredential, oauthTokenData } });
		const { error } = await lark.run({ resource: 'message', operation: 'search', query: 'Hi' });
		expect(error?.message).toBe('The person has not granted the scope search:message');
		expect(descriptionOf(error)).toMatch(
			/auth\?q=search:message&op_from=openapi&token_type=user .*connect the credential again/,
		);
	});
});
