import { randomUUID } from 'node:crypto';
import type { IBinaryData, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Saying, User } from '../../sandbox';
import { chatNamed, openSetup, waitFor, type TestSetup } from '../support/server';
import { publishTrigger, saveTrigger } from '../support/server/published-trigger';

const MB = 1024 * 1024;

/** A workflow that receives the events of the sandbox's app, and the people who write to the bot. */
async function listen(setup: TestSetup, parameters: INodeParameters) {
	const { sandbox } = setup;
	const { app, world } = sandbox;
	const { verificationToken, encryptKey } = app;
	const trigger = await publishTrigger(setup, { verificationToken, encryptKey }, { parameters });
	await sandbox.subscribe(app.appId, trigger.url);
	const from = world.users[0] as User;
	const p2p = world.openP2p(from.userId, { type: 'app', appId: app.appId });
	const group = chatNamed(world, 'Incident Response');

	/** Waits for the pushes that an action causes, and returns their responses. */
	const answersTo = async (act: () => void) => {
		const before = sandbox.deliveries.length;
		act();
		await waitFor('the push', () => sandbox.deliveries.length > before || undefined);
		return sandbox.deliveries.slice(before);
	};
	let started = 0;
	const items = async () => {
		const executions = await setup.executionsOf(trigger.workflow.id, ++started);
		expect(executions).toHaveLength(started);
		const [run] = executions.at(-1)?.data.resultData.runData['Lark Trigger'] ?? [];
		return run?.data?.main[0] as INodeExecutionData[];
	};
	const say = async (saying: Partial<Saying>) =>
		await answersTo(() => sandbox.say({ from, chat: p2p.chatId, ...saying }));
	return {
		trigger,
		from,
		p2p,
		group,
		/** Says what must start an execution, and gives its item. */
		async starts(saying: Partial<Saying>) {
			const [delivery] = await say(saying);
			expect(delivery).toMatchObject({ status: 200, attempt: 1, done: true });
			expect(delivery.durationMs).toBeLessThan(3_000);
			const [item] = await items();
			return item as INodeExecutionData & { json: IDataObject };
		},
		/** Says what must be acknowledged; the next `starts` proves that nothing was started. */
		async startsNothing(saying: Partial<Saying>) {
			expect(await say(saying)).toMatchObject([{ status: 200, attempt: 1, done: true }]);
		},
		answersTo,
		items,
	};
}

describe('the items of Lark Trigger', () => {
	let setup: TestSetup;

	beforeAll(async () => (setup = await openSetup()));
	afterAll(async () => await setup.close());

	it('are flat and hold the fields that an agent and a reply need', async () => {
		const { starts, from, p2p, group } = await listen(setup, {});
		const direct = await starts({ text: 'Hello' });
		expect(direct.json).toMatchObject({
			event_type: 'im.message.receive_v1',
			message_id: expect.stringMatching(/^om_/),
			chat_id: p2p.chatId,
			chat_type: 'p2p',
			open_id: setup.sandbox.openIdOf(from),
			text: 'Hello',
			chatInput: 'Hello',
			sessionId: `p2p:${setup.sandbox.openIdOf(from)}`,
			is_mentioned: false,
			mentions: [],
			attachments: [],
			content: { text: 'Hello' },
		});
		const { json } = await starts({ chat: group.chatId, text: 'Status?', mentionBot: true });
		expect(json).toMatchObject({
			text: 'Status?',
			is_mentioned: true,
			sessionId: `chat:${group.chatId}`,
			mentions: [{ open_id: setup.sandbox.app.botOpenId }],
		});
	});

	it('come only for events that pass the filters; the rest is acknowledged', async () => {
		const group = chatNamed(setup.sandbox.world, 'Incident Response');
		const { starts, startsNothing } = await listen(setup, {
			directScope: 'selected',
			directPeople: { values: [{ id: { __rl: true, mode: 'id', value: 'ou_nobody' } }] },
			groupScope: 'selected',
			groups: { values: [{ id: { __rl: true, mode: 'list', value: group.chatId } }] },
			groupStrategy: 'mention',
			filters: { commands: 'deploy' },
		});
		const other = chatNamed(setup.sandbox.world, 'Product Team');
		const deploy = { text: '/deploy prod "eu west"', mentionBot: true };
		await startsNothing({ ...deploy });
		await startsNothing({ ...deploy, chat: other.chatId });
		await startsNothing({ ...deploy, chat: group.chatId, mentionBot: false });
		await startsNothing({ ...deploy, chat: group.chatId, text: 'no command' });
		const { json } = await starts({ ...deploy, chat: group.chatId });
		expect(json).toMatchObject({ command: 'deploy', args: ['prod', 'eu west'] });
	});

	it('come for every chosen event, and for all events if Any Event is chosen', async () => {
		const { answersTo, items } = await listen(setup, { events: ['any'] });
		const { pushEvent } = setup.sandbox;
		await answersTo(() => pushEvent('im.chat.disbanded_v1'));
		const [disbanded] = await items();
		expect(disbanded?.json).toMatchObject({
			event_type: 'im.chat.disbanded_v1',
			event_id: expect.any(String),
			chat_id: 'oc_413871888e0d5492e25b173f0812efb7',
		});
		await answersTo(() => pushEvent('p2p_chat_create'));
		const [created] = await items();
		expect(created?.json).toMatchObject({
			event_type: 'p2p_chat_create',
			user: { name: expect.any(String) },
		});
	});

	it('have names and files if those options are on, and report a file that was too large', async () => {
		const { starts, group } = await listen(setup, {
			extras: { names: true, downloadAttachments: true, maxAttachmentSize: 1 },
		});
		const bytes = Buffer.from('quarterly figures');
		const { json, binary } = await starts({
			chat: group.chatId,
			file: { name: 'report.pdf', bytes },
		});
		expect(json).toMatchObject({
			sender_name: setup.sandbox.world.users[0]?.name,
			chat_name: 'Incident Response',
			text: '[File: report.pdf]',
			attachments: [{ type: 'file', name: 'report.pdf' }],
		});
		expect(json).not.toHaveProperty('warnings');
		expect(binary?.attachment_0).toMatchObject({
			fileName: 'report.pdf',
			mimeType: 'application/pdf',
			fileType: 'pdf',
			bytes: bytes.length,
		} as Partial<IBinaryData>);

		const unknown = await starts({ file: { name: 'figures.parquet', bytes } });
		expect(unknown.binary?.attachment_0?.mimeType).toBe('application/octet-stream');

		const large = { name: 'film.bin', bytes: Buffer.alloc(1.5 * MB) };
		const item = await starts({ file: large });
		expect(item.binary).toBeUndefined();
		expect(item.json.warnings).toEqual([expect.stringMatching(/It is larger than 1 MB/)]);
	});

	it('have the files below a rich text, whose Markdown is preferred', async () => {
		const { starts, from } = await listen(setup, { extras: { downloadAttachments: true } });
		const bytes = Buffer.from('figures of May');
		setup.sandbox.world.addResource({
			...{ key: 'file_v3_below', kind: 'file', type: 'stream', fileName: 'may.csv' },
			...{ contentType: 'text/csv', bytes, owner: { type: 'user', userId: from.userId } },
		});
		const content = {
			title: 'Report',
			content: [[{ tag: 'text', text: 'See below' }]],
			content_v2: [[{ tag: 'md', text: 'See **below**' }]],
			files: [{ file_key: 'file_v3_below', file_name: 'may.csv', is_folder: false }],
		};
		const { json, binary } = await starts({ received: { msgType: 'post', content } });
		expect(json).toMatchObject({
			text: 'Report\nSee **below**\n[File: may.csv]',
			attachments: [{ type: 'file', name: 'may.csv', key: 'file_v3_below' }],
		});
		expect(json).not.toHaveProperty('warnings');
		expect(binary?.attachment_0).toMatchObject({ fileName: 'may.csv', bytes: bytes.length });
	});

	it('get a new session ID after the session timeout', async () => {
		const { starts } = await listen(setup, { extras: { sessionTimeout: 60 } });
		const at = async (hours: number) => {
			const now = Date.now() + hours * 3_600_000;
			const { world } = setup.sandbox;
			const clock = jest.spyOn(world, 'now').mockReturnValue(now);
			const { json } = await starts({ text: 'next' });
			clock.mockRestore();
			return json.sessionId;
		};
		const first = await at(0);
		expect(first).toMatch(/^p2p:ou_\w+:\d+$/);
		expect(await at(0.9)).toBe(first);
		expect(await at(2.5)).not.toBe(first);
	});

	it('keep the session IDs of people who write at the same moment', async () => {
		const { sandbox } = setup;
		const { trigger, answersTo } = await listen(setup, { extras: { sessionTimeout: 60 } });
		const people = sandbox.world.users.slice(0, 5);
		const everybodyWrites = (text: string) => {
			for (const from of people) {
				const { chatId } = sandbox.world.openP2p(from.userId, {
					type: 'app',
					appId: sandbox.app.appId,
				});
				sandbox.say({ from, chat: chatId, text });
			}
		};
		for (const text of ['first', 'second']) {
			const before = sandbox.deliveries.length;
			await answersTo(() => everybodyWrites(text));
			await waitFor(
				'all pushes',
				() => sandbox.deliveries.length >= before + people.length || undefined,
			);
		}
		const executions = await setup.executionsOf(trigger.workflow.id, 2 * people.length);
		const sessions = executions.map(({ data }) => {
			const [run] = data.resultData.runData['Lark Trigger'] ?? [];
			return run?.data?.main[0]?.[0]?.json.sessionId;
		});
		expect(new Set(sessions).size).toBe(people.length);
	});

	it('cannot be filtered by an invalid regular expression', async () => {
		const secrets = { encryptKey: 'key', verificationToken: 'token' };
		const workflow = await saveTrigger(setup, secrets, {
			parameters: { filters: { pattern: '(' } },
		});
		await expect(setup.client.publish(workflow)).rejects.toThrow(
			/Regular Expression cannot be "\("/,
		);
	});

	it('can be filtered by people that the picker finds', async () => {
		const { results } = await setup.client.listSearch({
			nodeType: 'n8n-nodes-lark-im.larkTrigger',
			methodName: 'searchUsers',
			credentials: { larkApi: setup.larkApi },
			filter: 'alice',
		});
		expect(results).toEqual([{ name: 'Alice Chen', value: expect.stringMatching(/^ou_/) }]);
	});

	it('have the words of a card 2.0 of another bot that mentions this one', async () => {
		const { url, app, world } = setup.sandbox;
		const { group, answersTo, items } = await listen(setup, { filters: { includeBots: true } });
		const other = world.registerApp({ name: 'Other Bot' });
		group.bots.push(other.appId);
		const post = async (path: string, body: object, token = '') => {
			const response = await fetch(`${url}/open-apis/${path}`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
				body: JSON.stringify(body),
			});
			return (await response.json()) as { code: number; tenant_access_token: string };
		};
		const { tenant_access_token } = await post('auth/v3/tenant_access_token/internal', {
			app_id: other.appId,
			app_secret: other.appSecret,
		});
		const content = `<at id=${app.botOpenId}></at> Is <font color='red'>prod</font> ready?`;
		const card = {
			schema: '2.0',
			body: {
				elements: [
					{ tag: 'markdown', content },
					{ tag: 'button', text: { tag: 'plain_text', content: 'Yes' } },
					{ tag: 'img', img_key: 'img_v3_1' },
				],
			},
		};
		const message = {
			receive_id: group.chatId,
			msg_type: 'interactive',
			content: JSON.stringify(card),
		};
		const path = 'im/v1/messages?receive_id_type=chat_id';
		await answersTo(() => void post(path, message, tenant_access_token));
		const [{ json }] = await items();
		expect(json).toMatchObject({
			sender_type: 'bot',
			open_id: other.botOpenId,
			is_mentioned: true,
			text: 'Is prod ready?\n[Button: Yes]\n[Image]',
			attachments: [],
		});
		group.bots.pop();
	});
});

describe('the items of Lark Trigger, when Lark is slow', () => {
	let setup: TestSetup;

	beforeAll(async () => {
		const app = { appId: `cli_${randomUUID().replaceAll('-', '').slice(0, 16)}` };
		setup = await openSetup({ latencyMs: 5_000, seed: { app } });
	});
	afterAll(async () => await setup.close());

	it('come in time and report what is missing', async () => {
		const { starts, group } = await listen(setup, {
			groupStrategy: 'mention',
			extras: { names: true, downloadAttachments: true },
		});
		const { json } = await starts({ chat: group.chatId, text: 'Status?', mentionBot: true });
		expect(json).toMatchObject({ text: 'Status?', is_mentioned: true });
		expect(json.warnings).toHaveLength(2);

		const item = await starts({ file: { name: 'report.txt', bytes: Buffer.from('late') } });
		expect(item.json.warnings).toEqual(
			expect.arrayContaining([expect.stringMatching(/There was no time/)]),
		);
	});

	it('come in time without the recent messages', async () => {
		const { starts } = await listen(setup, { extras: { recentMessages: 10 } });
		const { json } = await starts({ text: 'Hello' });
		expect(json).toMatchObject({
			recent_messages: [],
			recent_text: '',
			warnings: [
				expect.stringMatching(/^The recent messages could not be read. There was no time/),
			],
		});
	});
});
