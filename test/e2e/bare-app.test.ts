import { randomUUID } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';

import { replyTo, textOf, openSetup, type TestSetup } from '../support/server';
import type { User } from '../../sandbox';
import { BARE_APP } from '../support/server/registration';

const WHEN = 'When clicking Execute workflow';

describe('an app of which only App ID and App Secret are entered', () => {
	let setup: TestSetup;

	beforeAll(async () => {
		const app = { ...BARE_APP, botEnabled: false };
		setup = await openSetup({ seed: { app } });
		const { name, type } = setup.larkApi;
		const data = { ...setup.credential, encryptKey: '', verificationToken: '' };
		await setup.client.updateCredential(setup.larkApi.id, { name, type, data });
	});
	afterAll(async () => await setup.close());

	/** Runs an operation of the app by hand, with what is chosen by default. */
	const run = async (parameters: INodeParameters) => {
		const at = (x: number) => ({ id: randomUUID(), position: [x, 0] as [number, number] });
		const workflow = await setup.saveWorkflow({
			name: 'The app',
			nodes: [
				{
					...at(0),
					name: WHEN,
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					parameters: {},
				},
				{
					...at(200),
					name: 'Lark',
					type: 'n8n-nodes-lark-im.lark',
					typeVersion: 1,
					parameters: { resource: 'app', ...parameters },
					credentials: { larkApi: setup.larkApi },
				},
			],
			connections: { [WHEN]: { main: [[{ node: 'Lark', type: 'main', index: 0 }]] } },
		});
		const { status, data } = await setup.client.runWorkflow(workflow.id, WHEN);
		expect(status).toBe('success');
		const [items] = data.resultData.runData.Lark[0].data?.main ?? [];
		return (items ?? []).map(({ json }) => json);
	};
	const setUp = async () => {
		const items = await run({ operation: 'setUp', dryRun: false });
		return Object.fromEntries(items.map(({ change, status }) => [change, status]));
	};
	const wrong = async () =>
		(await run({ operation: 'checkSetup' })).filter(({ status }) => status === 'missing');

	it('answers a message: its trigger registers itself, and Set Up does the rest', async () => {
		const { client, sandbox } = setup;
		const workflow = await setup.saveExample('echo-bot');
		await client.publish(workflow);
		const url = client.webhookUrl(workflow, 'When a message arrives');
		expect(sandbox.app.requestUrl).toBe(url);

		expect(await setUp()).toEqual({
			bot: 'done',
			scopes: 'done',
			events: 'done',
			callbacks: 'done',
			encryptKey: 'left',
			version: 'done',
		});
		expect(sandbox.app.console.callbacks).toEqual({ longConnection: false, requestUrl: url });

		const { world, app } = sandbox;
		const from = world.users[0] as User;
		const { chatId } = world.openP2p(from.userId, { type: 'app', appId: app.appId });
		const said = sandbox.say({ from, chat: chatId, text: 'Hello' });
		expect(textOf(await replyTo(world, said))).toBe('You said: Hello');
	});

	it('has nothing left to be set up', async () => {
		expect(await setUp()).toMatchObject({
			events: 'unchanged',
			callbacks: 'unchanged',
			version: 'unchanged',
		});
	});

	it('is told when its request URL is that of a workflow that is not published', async () => {
		expect(await wrong()).toEqual([]);
		const { app } = setup.sandbox;
		const { requestUrl } = app;
		app.requestUrl = requestUrl.replace(/[^/]+(?=\/webhook$)/, randomUUID());
		expect(await wrong()).toEqual([
			expect.objectContaining({
				check: 'delivery',
				finding: `Events go to ${app.requestUrl}, and no workflow is published there.`,
			}),
		]);
		app.requestUrl = requestUrl;
	});
});
