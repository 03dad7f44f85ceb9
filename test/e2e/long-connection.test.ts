import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';

import { v2Envelope } from '../../sandbox/events/envelope';
import { waitFor, type Execution } from '../../harness/n8n-server';
import { openSetup, type TestSetup } from '../support/server';
import { connections, messageEnvelope, saveListener, TRIGGER } from '../support/server/listener';

const outputOf = ({ data }: Execution) =>
	JSON.stringify(data.resultData.runData[TRIGGER][0].data?.main[0]?.[0].json);

describe('the long connection', () => {
	let setup: TestSetup;
	const published: string[] = [];

	beforeAll(async () => (setup = await openSetup({ timeScale: 0.01 })));
	afterEach(async () => {
		for (const id of published.splice(0)) await setup.client.unpublish(id);
		await connections(setup.sandbox, 0);
		setup.sandbox.deliveries.length = 0;
	});
	afterAll(async () => await setup.close());

	async function publishListener(parameters?: INodeParameters) {
		const workflow = await saveListener(setup, setup.larkApi, parameters);
		await setup.client.publish(workflow);
		published.push(workflow.id);
		setup.sandbox.useLongConnection(setup.sandbox.app.appId);
		return workflow;
	}

	function say(text: string) {
		const { sandbox } = setup;
		const { world, app } = sandbox;
		const [from] = world.users;
		const { chatId } = world.openP2p(from.userId, { type: 'app', appId: app.appId });
		return sandbox.say({ from, chat: chatId, text });
	}

	const push = async (messageId: string) =>
		await setup.sandbox.hub.push(
			setup.sandbox.app.appId,
			messageEnvelope(setup.sandbox, messageId),
		);

	it('carries every event to both of two workflows', async () => {
		const { sandbox } = setup;
		const workflows = [await publishListener(), await publishListener()];
		await connections(sandbox, 1);
		for (const text of ['one', 'two', 'three']) say(text);
		for (const { id } of workflows) {
			const executions = await setup.executionsOf(id, 3);
			expect(executions).toHaveLength(3);
			for (const text of ['one', 'two', 'three']) {
				expect(executions.map(outputOf).join()).toContain(text);
			}
		}
		await connections(sandbox, 1);
		expect(sandbox.deliveries.map(({ status, attempt }) => ({ status, attempt }))).toEqual(
			Array(3).fill({ status: 200, attempt: 1 }),
		);
	});

	it('tells a workflow that has asked for it when the connection is lost and restored', async () => {
		const { sandbox } = setup;
		const { id } = await publishListener({ connectionStatus: ['lost', 'restored'] });
		const silent = await publishListener();
		await connections(sandbox, 1);
		sandbox.hub.of(sandbox.app.appId)[0].drop();
		const executions = await setup.executionsOf(id, 2);
		const told = executions.map((each) => JSON.parse(outputOf(each)) as object);
		for (const connection of ['lost', 'restored']) {
			expect(told).toContainEqual({
				connection,
				app_id: sandbox.app.appId,
				reason: 'The connection broke off',
				since: expect.stringMatching(/^\d{4}-.*Z$/),
				seconds: expect.any(Number),
				attempts: connection === 'lost' ? 0 : expect.any(Number),
			});
		}
		expect(await setup.executionsOf(silent.id, 0)).toEqual([]);
	});

	it('starts one execution for an event that is pushed again, also at the same moment', async () => {
		const { id } = await publishListener();
		await Promise.all([push('om_1'), push('om_1'), push('om_1')]);
		await push('om_1');
		await push('om_2');
		const executions = await setup.executionsOf(id, 2);
		expect(executions).toHaveLength(2);
		expect(executions.filter((each) => outputOf(each).includes('om_1'))).toHaveLength(1);
	});

	it('is shared with a test run, and the published workflow still gets every event', async () => {
		const { client, sandbox } = setup;
		const { id } = await publishListener();
		let isListening = true;
		const run = client.runWorkflow(id, TRIGGER).finally(() => (isListening = false));
		let said = 0;
		// n8n does not report when a test run has started to listen.
		for (; isListening; said++) {
			say(`for both ${said}`);
			await sleep(1_000);
		}
		const test = await run;
		expect({ mode: test.mode, status: test.status }).toEqual({ mode: 'manual', status: 'success' });
		expect(outputOf(test)).toContain('for both');
		await connections(sandbox, 1);
		const modes = (await setup.executionsOf(id, said + 1)).map(({ mode }) => mode).sort();
		expect(modes).toEqual(['manual', ...Array(said).fill('trigger')]);
	});

	it('is opened by a test run of a workflow that is not published, and closed after it', async () => {
		const { client, sandbox } = setup;
		const { id } = await saveListener(setup);
		const run = client.runWorkflow(id, TRIGGER);
		await connections(sandbox, 1);
		sandbox.useLongConnection(sandbox.app.appId);
		say('a test');
		expect(outputOf(await run)).toContain('a test');
		await connections(sandbox, 0);
	});

	it('refuses the publication with a wrong App Secret and reports what to fix', async () => {
		const { client, credential, sandbox } = setup;
		const wrong = await client.createCredential({
			name: 'Wrong',
			type: 'larkApi',
			data: { ...credential, appSecret: 'wrong' },
		});
		await expect(client.publish(await saveListener(setup, wrong))).rejects.toThrow(
			/App ID or App Secret is wrong.*Copy both again.*1000040345/,
		);
		await connections(sandbox, 0);
	}, 120_000);

	it('is opened again after it breaks, and missed events arrive', async () => {
		const { sandbox } = setup;
		const { id } = await publishListener();
		for (const connection of sandbox.hub.of(sandbox.app.appId)) connection.drop();
		say('meanwhile');
		const [execution, ...others] = await setup.executionsOf(id, 1);
		expect(outputOf(execution)).toContain('meanwhile');
		expect(others).toEqual([]);
		expect(sandbox.deliveries[0]).toMatchObject({ attempt: 1, status: null });
		await connections(sandbox, 1);
	});

	it('is replaced when it falls silent without closing; no event is lost or doubled', async () => {
		const { sandbox } = setup;
		sandbox.hub.config.PingInterval = 1;
		const { id } = await publishListener();
		const [dead] = sandbox.hub.of(sandbox.app.appId);
		say('the answer is lost');
		dead.fallSilent();
		say('never arrives at first');
		const texts = ['the answer is lost', 'never arrives at first'];
		await waitFor('both answers', () =>
			sandbox.deliveries.filter(({ status }) => status === 200).length === 2 ? true : undefined,
		);
		const executions = (await setup.executionsOf(id, 2)).map(outputOf);
		expect(executions).toHaveLength(2);
		for (const text of texts) expect(executions.join()).toContain(text);
		expect(sandbox.hub.of(sandbox.app.appId)).not.toContain(dead);
		await connections(sandbox, 1);
	});

	it('is closed when the last workflow that uses it is unpublished', async () => {
		const { client, sandbox } = setup;
		const [one, two] = [await publishListener(), await publishListener()];
		await client.unpublish(one.id);
		await push('om_3');
		expect(await setup.executionsOf(two.id, 1)).toHaveLength(1);
		await connections(sandbox, 1);
		await client.unpublish(two.id);
		await connections(sandbox, 0);
		expect(await client.executions(one.id)).toEqual([]);
		published.length = 0;
	});

	describe('with Answer Card', () => {
		const click = async () => {
			const { world, app, hub } = setup.sandbox;
			const event = { operator: { open_id: 'ou_1' }, token: 'c-1', action: { value: { n: 7 } } };
			const envelope = v2Envelope('card.action.trigger', event, app, world);
			return await hub.push(app.appId, JSON.stringify(envelope));
		};
		const save = async (wait = 0, card: INodeParameters = { replaceCard: false }) => {
			const at = { position: [0, 0] as [number, number] };
			const parameters = {
				...{ resource: 'message', operation: 'answerCard' },
				toastText: '=You pressed {{ $json.value.n }}',
				...card,
			};
			return await saveListener(
				setup,
				setup.larkApi,
				{
					events: ['card.action.trigger'],
					callbackAnswer: 'responseNode',
					toastText: 'By default',
				},
				[
					{
						...{ ...at, name: 'Wait', type: 'n8n-nodes-base.wait', typeVersion: 1.1 },
						parameters: { amount: wait },
					},
					{
						...{
							...at,
							name: 'Answer',
							type: 'n8n-nodes-lark-im.lark',
							parameters,
							typeVersion: 1,
						},
						credentials: { larkApi: setup.larkApi },
					},
				],
			);
		};
		const answered = ({ data }: Execution) =>
			data.resultData.runData.Answer[0].data?.main[0]?.[0].json;
		/** A person presses the button of a card that the bot has sent. */
		const pressed = async () => {
			const { app, world, url, press } = setup.sandbox;
			const [from] = world.users;
			const post = async (path: string, body: object, token = '') => {
				const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
				const request = { method: 'POST', headers, body: JSON.stringify(body) };
				const response = await fetch(`${url}/open-apis/${path}`, request);
				return (await response.json()) as {
					tenant_access_token: string;
					data: { message_id: string };
				};
			};
			const { tenant_access_token } = await post('auth/v3/tenant_access_token/internal', {
				app_id: app.appId,
				app_secret: app.appSecret,
			});
			const button = { tag: 'button', text: { tag: 'plain_text', content: 'Yes' } };
			const behaviors = [{ type: 'callback', value: { n: 7 } }];
			const content = { schema: '2.0', body: { elements: [{ ...button, behaviors }] } };
			const { data } = await post(
				'im/v1/messages?receive_id_type=open_id',
				{
					receive_id: setup.sandbox.openIdOf(from),
					msg_type: 'interactive',
					content: JSON.stringify(content),
				},
				tenant_access_token,
			);
			const message = world.message(data.message_id)!;
			return { message, toast: await press({ from, message: data.message_id, button: 0 }) };
		};
		const toast = (type: string, content: string) => ({
			code: 200,
			data: { toast: { type, content } },
		});

		it.each([
			['gives the answer of the workflow', 0, toast('success', 'You pressed 7')],
			['gives its own when the workflow is slow', 4, toast('info', 'By default')],
		])('%s', async (_case, wait, expected) => {
			const { id } = await save(wait);
			await setup.client.publish(await setup.client.workflow(id));
			published.push(id);
			setup.sandbox.useLongConnection(setup.sandbox.app.appId);
			const began = Date.now();
			expect(await click()).toEqual(expected);
			expect(Date.now() - began).toBeLessThan(3_000);
			const [execution] = await setup.executionsOf(id, 1);
			expect(answered(execution)).toMatchObject({ in_time: wait === 0 });
		});

		it('replaces the card later when the workflow is slow', async () => {
			const { id } = await save(4, { cardTitle: 'Approved' });
			await setup.client.publish(await setup.client.workflow(id));
			published.push(id);
			setup.sandbox.useLongConnection(setup.sandbox.app.appId);
			const { message, toast: shown } = await pressed();
			expect(shown).toMatchObject({ content: 'By default' });
			const [execution] = await setup.executionsOf(id, 1);
			expect(answered(execution)).toMatchObject({ in_time: false, card_updated: true });
			expect(message.sentContent).toContain('Approved');
		});

		it('gives its own in a test run, of which the connection ends at once', async () => {
			const { id } = await save();
			const run = setup.client.runWorkflow(id, TRIGGER);
			await connections(setup.sandbox, 1);
			setup.sandbox.useLongConnection(setup.sandbox.app.appId);
			expect(await click()).toEqual(toast('info', 'By default'));
			const execution = await run;
			expect(execution.status).toBe('success');
			expect(answered(execution)).toMatchObject({ in_time: false });
		});
	});

	it('answers the click on a card at once and treats two clicks as two events', async () => {
		const { world, app, hub } = setup.sandbox;
		const workflow = await publishListener({
			events: ['card.action.trigger'],
			toastText: 'Thank you',
			toastType: 'success',
		});
		const answer = { toast: { type: 'success', content: 'Thank you' } };
		for (let click = 0; click < 2; click++) {
			const event = { operator: { open_id: 'ou_1' }, token: 'c-1', action: { value: {} } };
			const envelope = v2Envelope('card.action.trigger', event, app, world);
			const given = await hub.push(app.appId, JSON.stringify(envelope));
			expect(given).toEqual({ code: 200, data: answer });
		}
		expect(await setup.executionsOf(workflow.id, 2)).toHaveLength(2);
	});
});
