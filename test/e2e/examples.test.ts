import { randomUUID } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';

import type { SavedWorkflow } from '../../harness/n8n-server';
import type { Chat, Message, User } from '../../sandbox';
import { expectPinned } from '../support/server/pinned';
import { chatNamed, openSetup, replyTo, textOf, type TestSetup } from '../support/server';

const WEBHOOK = 'When an alert comes in';

describe('the examples', () => {
	let setup: TestSetup;

	beforeAll(async () => (setup = await openSetup()));
	afterAll(async () => await setup.close());

	describe('echo bot', () => {
		let workflow: SavedWorkflow;

		beforeAll(async () => {
			const { client, sandbox } = setup;
			workflow = await setup.saveExample('echo-bot');
			await client.publish(workflow);
			await sandbox.subscribe(
				sandbox.app.appId,
				client.webhookUrl(workflow, 'When a message arrives'),
			);
		});

		it('replies once in private and once when it is mentioned in a group', async () => {
			const { sandbox } = setup;
			const { world, app } = sandbox;
			const from = world.users[0] as User;
			const p2p = world.openP2p(from.userId, { type: 'app', appId: app.appId });
			const group = chatNamed(world, 'Incident Response');

			const inPrivate = sandbox.say({ from, chat: p2p.chatId, text: 'Hello' });
			expect(textOf(await replyTo(world, inPrivate))).toBe('You said: Hello');
			const inGroup = sandbox.say({ from, chat: group.chatId, text: 'Hi', mentionBot: true });
			expect(textOf(await replyTo(world, inGroup))).toBe('You said: Hi');

			const executions = await setup.executionsOf(workflow.id, 2);
			expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
			await expectPinned(setup, workflow, 'When a message arrives');
		});
	});

	/** Saves an example with other parameters in some of its nodes, and executes it by hand. */
	const runExample = async (name: string, parameters: Record<string, INodeParameters> = {}) => {
		const { id, ...workflow } = await setup.saveExample(name);
		const nodes = workflow.nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, ...parameters[node.name] },
		}));
		await setup.client.updateWorkflow(id, { ...workflow, nodes });
		const { status, data } = await setup.client.runWorkflow(id, 'When executed by hand');
		expect([status, data.resultData.error]).toEqual(['success', undefined]);
	};

	/** What a group or a person gets while something happens. */
	const newIn = async (chat: Chat, happen: () => Promise<void>): Promise<Message[]> => {
		const before = chat.messages.length;
		await happen();
		return chat.messages.slice(before);
	};

	it('alert sender sends one alert to the chat that was chosen', async () => {
		const chat = chatNamed(setup.sandbox.world, 'Incident Response');
		const receiver = chosen(chat.chatId);
		const sent = await newIn(chat, async () => {
			await runExample('alert-sender', { 'Send the alert': { receiver } });
		});
		expect(sent.map(textOf)).toEqual(['[CRITICAL] checkout: Error rate above 5 % for ten minutes']);
	});

	it.each(['alert-sender', 'alert-card'])(
		'%s sends what is posted to it, and has a sample of that',
		async (name) => {
			const { client, sandbox } = setup;
			const { id, ...example } = await setup.saveExample(name);
			const chat = chatNamed(sandbox.world, 'Incident Response');
			const path = randomUUID();
			const nodes = example.nodes.map((node) => {
				const own = { ...('receiver' in node.parameters && { receiver: chosen(chat.chatId) }) };
				const parameters = { ...node.parameters, ...own, ...(node.webhookId && { path }) };
				return { ...node, parameters };
			});
			const saved = await client.updateWorkflow(id, { ...example, nodes });
			await client.publish(saved);
			const [{ json }] = saved.pinData?.[WEBHOOK] ?? [];
			const [alert, ...others] = await newIn(chat, async () => {
				await fetch(client.webhookUrl(saved, WEBHOOK), {
					method: 'POST',
					headers: { 'Content-Type': 'application/json' },
					body: JSON.stringify(json.body),
				});
				await setup.executionsOf(id, 1);
			});
			expect(others).toEqual([]);
			expect(alert.sentContent).toContain('Error rate above');
			await expectPinned(setup, saved, WEBHOOK, { partly: true });
		},
	);

	it('alert card sends a red card with facts and a button', async () => {
		const chat = chatNamed(setup.sandbox.world, 'Incident Response');
		const receiver = chosen(chat.chatId);
		const [card, ...others] = await newIn(chat, async () => {
			await runExample('alert-card', { 'Send the card': { receiver } });
		});
		expect(others).toEqual([]);
		expect(card.msgType).toBe('interactive');
		expect(JSON.parse(card.sentContent)).toMatchObject({
			header: { title: { content: 'checkout: critical' }, template: 'red' },
		});
		expect(card.sentContent).toContain('Error rate above **5 %**');
		expect(card.sentContent).toContain('https://example.com/dashboards/checkout');
		expect(card.sentContent).toMatch(/Sent by n8n at \d{4}-/);
	});

	it('file to a person sends a CSV to an email address', async () => {
		const { world, app } = setup.sandbox;
		const person = world.users[1] as User;
		const chat = world.openP2p(person.userId, { type: 'app', appId: app.appId });
		const [message, ...others] = await newIn(chat, async () => {
			await runExample('file-to-person', {
				'Send the file': { receiver: { ...chosen(person.email), mode: 'address' } },
			});
		});
		expect(others).toEqual([]);
		const { file_key } = JSON.parse(message.sentContent) as { file_key: string };
		const { fileName, bytes } = world.resource(file_key)!;
		expect(fileName).toMatch(/^report \d{4}-\d{2}-\d{2}\.csv$/);
		expect(bytes.toString()).toMatch(/date,region,revenue\r?\n.*,Europe,12400/);
	});

	it('daily digest lists what was written since yesterday, in one message', async () => {
		const { sandbox } = setup;
		const from = sandbox.world.users[0] as User;
		const [read, write] = ['Customer Support', 'Product Team'].map((name) =>
			chatNamed(sandbox.world, name),
		);
		sandbox.say({ from, chat: read.chatId, text: 'Long ago' }).createTime -= 25 * 60 * 60 * 1_000;
		sandbox.say({ from, chat: read.chatId, text: 'First line\nsecond line' });
		sandbox.say({ from, chat: read.chatId, text: 'Later' });
		const digests = await newIn(write, async () => {
			await runExample('daily-digest', {
				'Get the messages': { chatId: chosen(read.chatId) },
				'Send the digest': { receiver: chosen(write.chatId) },
			});
		});
		expect(digests).toHaveLength(1);
		expect(digests[0].sentContent).toMatch(/Digest of \w+day/);
		expect(digests[0].sentContent).toMatch(/First line second line.*\d{2}:\d{2} Later/);
		expect(digests[0].sentContent).not.toMatch(/Long ago|You said/);
	});

	it('project chat invites the people who are known, and welcomes them', async () => {
		const { world } = setup.sandbox;
		const [ada, bob] = world.users as User[];
		const members = `${ada.email}, nobody@example.com, ${bob.email}`;
		const field = (name: string, value: string) => ({ id: name, name, value, type: 'string' });
		const assignments = [
			field('name', 'Apollo'),
			field('purpose', 'The moon'),
			field('members', members),
		];
		await runExample('project-chat', { 'The project': { assignments: { assignments } } });
		const chat = chatNamed(world, 'Apollo');
		expect(chat).toMatchObject({ description: 'The moon', members: [ada.userId, bob.userId] });
		expect(chat.messages).toHaveLength(1);
		expect(chat.messages[0].sentContent).toMatch(/"user_id":"all"|user_id=\\"all\\"/);
		expect(chat.messages[0].sentContent).toMatch(/Welcome to .*Apollo/);
	});
});

const chosen = (value: string) => ({ __rl: true as const, mode: 'list', value });
