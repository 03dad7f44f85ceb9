import { namesCauseAndCure, withCredential, type Broken } from './set-ups/check-setup';

const BROKEN: Broken[] = [
	{
		broken: 'the App Secret is wrong',
		breaks: (lark) => withCredential(lark, { appSecret: 'wrong' }),
		expected: [['credential', 'missing', /The App Secret is wrong.*Copy the App Secret again/]],
	},
	{
		broken: 'the App ID is of another brand or app',
		breaks: (lark) => withCredential(lark, { appId: 'cli_0000000000000000' }),
		expected: [['credential', 'missing', /does not know this App ID/]],
	},
	{
		broken: 'an administrator has disabled the app',
		breaks: ({ sandbox }) => {
			sandbox.app.disabled = true;
		},
		expected: [['credential', 'missing', /the app is disabled.*check that the app is enabled/]],
	},
	{
		broken: 'Lark is down',
		breaks: ({ sandbox }) => sandbox.intercept(() => 'drop'),
		expected: [['credential', 'missing', /Lark does not answer.*network of the n8n server/]],
	},
	{
		broken: 'the address of n8n is not on the IP allow list',
		breaks: ({ sandbox }) => {
			sandbox.app.console.allowedIps = ['192.0.2.1'];
		},
		expected: [['ipAllowList', 'missing', /not on the IP allow list.*IP Whitelist/]],
	},
	{
		broken: 'the app has no bot',
		breaks: ({ sandbox }) => {
			sandbox.app.botEnabled = false;
		},
		expected: [['bot', 'missing', /no bot.*Add Features > Bot/]],
	},
	{
		broken: 'it is a store app',
		breaks: ({ sandbox }) => {
			sandbox.app.console.isStoreApp = true;
		},
		expected: [['kind', 'warning', /store app.*Create a custom app/]],
	},
	{
		broken: 'the bot is added and not published',
		breaks: ({ sandbox }) => {
			sandbox.app.botEnabled = false;
			sandbox.app.console.draft = { botEnabled: true };
		},
		expected: [['bot', 'missing', /added and not published yet.*Publish a version/]],
	},
];

describe('App > Check Setup says whether the app can be used at all, and', () => {
	namesCauseAndCure(BROKEN);
});
