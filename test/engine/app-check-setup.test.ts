import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { submitVersion } from '../../sandbox/world/app-console';
import { CHAT_BOT_SCOPES } from '../support/app-scopes';
import { CredentialStore } from './harness';
import { openLarkNode, type LarkNode } from './lark-node';

const CHECK = { resource: 'app', operation: 'checkSetup' } as const;
const OWN_URL = 'http://n8n.invalid/webhook/x/webhook';

/** Makes the app of the sandbox complete for a chat bot whose events come to this n8n. */
function complete(lark: LarkNode): void {
	const { app } = lark.sandbox;
	app.scopes = [...CHAT_BOT_SCOPES, 'admin:app.info:readonly'];
	app.events = ['im.message.receive_v1', 'im.chat.member.bot.added_v1', 'card.action.trigger'];
	app.requestUrl = OWN_URL;
}

type Status = 'warning' | 'missing';

interface Broken {
	broken: string;
	/** @returns what ends a fault */
	breaks: (lark: LarkNode) => void | (() => void) | Promise<void>;
	parameters?: INodeParameters;
	/** Everything that is not ok: check, status, and words of finding and fix. */
	expected: Array<[check: string, status: Status, says: RegExp]>;
}

const withCredential = (lark: LarkNode, change: IDataObject) => {
	lark.store = new CredentialStore({ larkApi: { ...lark.credential, ...change } as never });
};

const without = (...scopes: string[]) =>
	[...CHAT_BOT_SCOPES, 'admin:app.info:readonly'].filter((scope) => !scopes.includes(scope));

/** A version of the app as it is now, which waits for an administrator. */
function review(lark: LarkNode): void {
	const { app } = lark.sandbox;
	app.console.needsApproval = true;
	submitVersion(app, { version: '1.0.1', remark: 'More', changelog: 'More' }, Date.now());
}

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
		broken: 'no version is published',
		breaks: ({ sandbox }) => {
			sandbox.app.activateStatus = 1;
		},
		expected: [
			['enabled', 'missing', /not enabled.*Publish a version/],
			['version', 'missing', /No version/],
		],
	},
	{
		broken: 'a version waits for an administrator',
		breaks: review,
		expected: [['version', 'warning', /waits for the approval.*Ask an administrator/]],
	},
	{
		broken: 'a scope was never added',
		breaks: ({ sandbox }) => {
			sandbox.app.scopes = without('im:resource:upload');
		},
		expected: [['scopes', 'missing', /lacks im:resource:upload\. Add/]],
	},
	{
		broken: 'a scope is added and not published',
		breaks: ({ sandbox }) => {
			sandbox.app.scopes = without('im:resource:upload');
			sandbox.app.console.draft = { scopes: without() };
		},
		expected: [
			['version', 'warning', /draft has changes that it lacks: im:resource:upload/],
			['scopes', 'missing', /asked for im:resource:upload.*not granted it\. Publish/],
		],
	},
	{
		broken: 'a scope is in the version under review',
		breaks: (lark) => {
			lark.sandbox.app.scopes = without('im:resource:upload');
			lark.sandbox.app.console.draft = { scopes: without() };
			review(lark);
		},
		expected: [
			['version', 'warning', /waits for the approval/],
			['scopes', 'missing', /asked for im:resource:upload.*administrator has to approve/],
		],
	},
	{
		broken: 'an event is not subscribed',
		breaks: ({ sandbox }) => {
			sandbox.app.events = ['im.message.receive_v1', 'card.action.trigger'];
		},
		expected: [['events', 'missing', /not subscribed: Bot Added to Chat.*Event Configuration/]],
	},
	{
		broken: 'an event is added and not published',
		breaks: ({ sandbox }) => {
			const { events } = sandbox.app;
			sandbox.app.events = ['im.message.receive_v1', 'card.action.trigger'];
			sandbox.app.console.draft = { events: events as string[] };
		},
		expected: [
			['version', 'warning', /lacks: im\.chat\.member\.bot\.added_v1/],
			['events', 'missing', /not published yet: Bot Added to Chat.*Publish/],
		],
	},
	{
		broken: 'card actions are not subscribed',
		breaks: ({ sandbox }) => {
			sandbox.app.events = ['im.message.receive_v1', 'im.chat.member.bot.added_v1'];
		},
		expected: [['callbacks', 'missing', /Card Action.*Callback Configuration/]],
	},
	{
		broken: 'there is no request URL',
		breaks: ({ sandbox }) => {
			sandbox.app.requestUrl = '';
		},
		expected: [
			['delivery', 'missing', /no request URL.*Production URL/],
			['callbackDelivery', 'missing', /no request URL.*Production URL/],
		],
	},
	{
		broken: 'the request URL is that of another server',
		breaks: ({ sandbox }) => {
			sandbox.app.requestUrl = 'https://other.example.com/hook';
		},
		expected: [
			['delivery', 'warning', /https:\/\/other\.example\.com, which is not.*n8n\.invalid/],
			['callbackDelivery', 'warning', /other\.example\.com/],
		],
	},
	{
		broken: 'callbacks alone go to another server',
		breaks: ({ sandbox }) => {
			const requestUrl = 'https://other.example.com/hook';
			sandbox.app.console.callbacks = { longConnection: false, requestUrl };
		},
		expected: [['callbackDelivery', 'warning', /Callbacks go to https:\/\/other\.example\.com/]],
	},
	{
		broken: 'events go over a long connection that nobody has opened',
		breaks: ({ sandbox }) => {
			sandbox.app.longConnection = true;
		},
		expected: [
			['delivery', 'missing', /none is open.*Lark Long Connection Trigger/],
			['callbackDelivery', 'missing', /none is open/],
		],
	},
	{
		broken: 'the Encrypt Key is another one',
		breaks: ({ sandbox }) => {
			sandbox.app.encryptKey = 'another key at Lark';
		},
		expected: [['encryption', 'missing', /Encrypt Key.* is not that of the app\. Copy/]],
	},
	{
		broken: 'the app has no Encrypt Key and the credential has one',
		breaks: ({ sandbox }) => {
			sandbox.app.encryptKey = '';
		},
		expected: [['encryption', 'missing', /the app has none.*publish a version/]],
	},
	{
		broken: 'the credential has no Encrypt Key and the app has one',
		breaks: (lark) => withCredential(lark, { encryptKey: '' }),
		expected: [['encryption', 'missing', /credential has no Encrypt Key\. Copy/]],
	},
	{
		broken: 'the Verification Token is another one',
		breaks: (lark) => withCredential(lark, { verificationToken: 'another' }),
		expected: [['encryption', 'missing', /Verification Token.* is not that of the app/]],
	},
	{
		broken: 'the credential has nothing that proves an event',
		breaks: (lark) => withCredential(lark, { encryptKey: '', verificationToken: '' }),
		expected: [['encryption', 'missing', /neither an Encrypt Key nor.*Copy/]],
	},
	{
		broken: 'only the Verification Token proves events',
		breaks: (lark) => {
			lark.sandbox.app.encryptKey = '';
			withCredential(lark, { encryptKey: '' });
		},
		expected: [['encryption', 'warning', /neither encrypted nor signed.*Set an Encrypt Key/]],
	},
	{
		broken: 'the app is available to one person',
		breaks: ({ sandbox }) => {
			sandbox.app.availability = [sandbox.world.users[0].userId];
		},
		expected: [['availability', 'warning', /1 person and 0 departments only.*widen/]],
	},
	{
		broken: 'the contact range is one person',
		breaks: ({ sandbox }) => {
			const users = [sandbox.world.users[0].userId];
			sandbox.app.console.contactsRange = { type: 'some', users, departments: [] };
		},
		expected: [['contactRange', 'warning', /1 person and 0 departments.*Data permissions/]],
	},
	{
		broken: 'the app may not read its contact range',
		breaks: ({ sandbox }) => {
			sandbox.app.scopes = without('admin:app.info:readonly');
		},
		expected: [['contactRange', 'warning', /needs the scope admin:app\.info:readonly.*yourself/]],
	},
	{
		broken: 'the app may not read itself',
		breaks: ({ sandbox }) => {
			const scope = 'application:application:self_manage';
			sandbox.app.scopes = without(scope, 'admin:app.info:readonly');
		},
		expected: [
			['settings', 'warning', /are not checked.*Add the scope application:application:self_manage/],
			['scopes', 'missing', /lacks application:application:self_manage/],
			['events', 'warning', /cannot read which events/],
			['callbacks', 'warning', /cannot read its callbacks.*yourself/],
			['encryption', 'warning', /cannot read its keys/],
			['contactRange', 'warning', /admin:app\.info:readonly/],
		],
	},
	{
		broken: 'Lark does not show an app its settings',
		breaks: ({ sandbox }) => {
			sandbox.app.console.showsSettings = false;
		},
		expected: [
			['callbacks', 'warning', /cannot read its callbacks/],
			['delivery', 'warning', /cannot read where its events go/],
			['encryption', 'warning', /cannot read its keys/],
		],
	},
	{
		broken: 'it is a store app',
		breaks: ({ sandbox }) => {
			sandbox.app.console.isStoreApp = true;
		},
		expected: [['kind', 'warning', /store app.*Create a custom app/]],
	},
];

describe('App > Check Setup', () => {
	let lark: LarkNode;

	beforeEach(async () => {
		lark = await openLarkNode();
		complete(lark);
	});
	afterEach(async () => await lark.sandbox.close());

	const check = async (parameters: INodeParameters = {}) => {
		const options = { maxRetries: 0 };
		const { items, error } = await lark.run({ ...CHECK, options, ...parameters });
		if (error) throw error;
		return items.map(({ json }) => json);
	};
	const wrong = (findings: IDataObject[]) => findings.filter(({ status }) => status !== 'ok');

	it('finds nothing wrong with a complete set-up', async () => {
		const findings = await check();
		expect(wrong(findings)).toEqual([]);
		expect(findings.map((finding) => finding.check)).toEqual([
			'credential',
			'ipAllowList',
			'bot',
			'enabled',
			'version',
			'scopes',
			'events',
			'callbacks',
			'delivery',
			'callbackDelivery',
			'connections',
			'encryption',
			'availability',
			'contactRange',
		]);
		expect(JSON.stringify(findings)).not.toContain(lark.sandbox.app.encryptKey);
	});

	it.each(BROKEN)('names cause and cure when $broken', async ({ breaks, parameters, expected }) => {
		const close = await breaks(lark);
		const found = wrong(await check(parameters));
		close?.();
		const named = found.map(({ check: name, status, finding, fix }) => ({
			check: name,
			status,
			says: `${finding as string} ${fix as string}`,
		}));
		expect(named).toEqual(
			expected.map(([name, status, says]) => ({
				check: name,
				status,
				says: expect.stringMatching(says),
			})),
		);
		for (const { reason, link } of found) {
			expect(reason).toMatch(/\w/);
			expect(link).toMatch(`${lark.sandbox.url}/app`);
		}
	});

	it('opens the page with the missing scopes chosen', async () => {
		lark.sandbox.app.scopes = CHAT_BOT_SCOPES.filter((scope) => !scope.startsWith('im:resource'));
		const { link } = (await check()).find(({ check: name }) => name === 'scopes')!;
		expect(new URL(link as string).searchParams.get('q')).toBe('im:resource:upload');
	});

	it('asks of an app that only sends neither for events nor for keys', async () => {
		Object.assign(lark.sandbox.app, { events: [], requestUrl: '', encryptKey: '' });
		expect(wrong(await check({ purpose: 'alerts' }))).toEqual([]);
	});

	it('counts a broad scope for the narrow one', async () => {
		const { app } = lark.sandbox;
		const others = CHAT_BOT_SCOPES.filter((scope) => !scope.startsWith('im:message:'));
		app.scopes = [...others, 'im:message', 'admin:app.info:readonly'];
		expect(wrong(await check())).toEqual([]);
	});

	it('refuses what is no scope before it asks Lark', async () => {
		const options = { scopes: 'im:chat, all of them!' };
		const { error } = await lark.run({ ...CHECK, options });
		expect(error?.message).toBe('Additional Scopes cannot have "all of them!"');
		expect(lark.sandbox.requests).toEqual([]);
	});
});
