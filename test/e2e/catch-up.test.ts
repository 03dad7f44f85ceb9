import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import type { N8n } from '../../harness/n8n-server';
import type { Message, User } from '../../sandbox';
import { messageReceived } from '../../sandbox/events/message-received';
import { chatNamed, launch, openSetup, waitFor, type TestSetup } from '../support/server';
import {
	publishTrigger,
	saveCredential,
	TRIGGER,
	type PublishedTrigger,
	type TriggerOptions,
} from '../support/server/published-trigger';

/** What n8n answers while it migrates, for which Lark takes an event as acknowledged. */
const STARTING = 'n8n is starting up. Please wait';

/** Whoever could start something that must not start has done so by then. */
const LATER_MS = 6_000;

const LOOK_BACK = { catchUp: 60, registerUrl: false };

/** An n8n with such settings, and a Lark whose events come to nobody while it is down. */
function useN8n(env: Record<string, string> = {}) {
	let server: N8n;
	let setup: TestSetup;
	let starting: Server;
	let unheard = 0;
	const users = () => setup.sandbox.world.users as User[];

	beforeAll(async () => {
		const own = await launch(env);
		server = own.server;
		setup = await openSetup({}, own.address);
		starting = createServer((request, response) => {
			request.resume();
			unheard++;
			response.writeHead(200).end(STARTING);
		});
		await new Promise<void>((resolve) => starting.listen(0, '127.0.0.1', resolve));
	}, 120_000);
	afterAll(async () => {
		await setup.close();
		starting.close();
		await server.stop();
	});

	const secrets = () => {
		const { encryptKey, verificationToken } = setup.sandbox.app;
		return { encryptKey, verificationToken };
	};
	/** n8n's protection may allow a name, and no address. */
	const outside = () => {
		const { credential } = setup;
		const baseUrl = String(credential.baseUrl).replace('127.0.0.1', 'localhost');
		return { ...setup, credential: { ...credential, baseUrl } };
	};
	const publish = async (parameters: TriggerOptions['parameters'] = {}, options = LOOK_BACK) =>
		await publishTrigger(setup, secrets(), {
			parameters: { webhookOptions: options, ...parameters },
			larkApi: await saveCredential(outside(), secrets()),
		});
	const pushTo = (url: string) => (setup.sandbox.app.requestUrl = url);
	const pushNowhere = () =>
		pushTo(`http://127.0.0.1:${(starting.address() as AddressInfo).port}/webhook`);
	const direct = (user: User) => {
		const { world, app } = setup.sandbox;
		return world.openP2p(user.userId, { type: 'app', appId: app.appId }).chatId;
	};
	const say = (chat: string, text: string, more: object = {}, from = users()[0]) =>
		setup.sandbox.say({ from, chat, text, ...more });
	const texts = async ({ workflow }: PublishedTrigger, count: number) => {
		const all = await setup.executionsOf(workflow.id, count);
		return all
			.map(({ data }) => {
				const output = data.resultData.runData[TRIGGER][0].data?.main[0]?.[0].json;
				return (output as { text: string }).text;
			})
			.sort();
	};
	const logged = (text: string) => setup.log.lines().filter((line) => line.includes(text));
	/** What a person writes while n8n is down, and is acknowledged by nobody but a page. */
	const during = async (write: () => Message[]) => {
		pushNowhere();
		const restarted = server.restart();
		const messages = write();
		await restarted;
		return messages;
	};
	/** As Lark pushes it, under a new signature. */
	const pushAgain = async (trigger: PublishedTrigger, message: Message) => {
		const { world, app } = setup.sandbox;
		const chat = world.chat(message.chatId)!;
		const header = {
			event_id: randomUUID(),
			event_type: 'im.message.receive_v1',
			create_time: String(message.createTime),
			token: app.verificationToken,
			app_id: app.appId,
			tenant_key: world.tenantKey,
		};
		const event = messageReceived(message, chat, app, world);
		return (await trigger.send(trigger.push({ schema: '2.0', header, event }))).status;
	};

	return {
		users,
		publish,
		pushTo,
		pushNowhere,
		direct,
		say,
		texts,
		logged,
		during,
		pushAgain,
		sandbox: () => setup.sandbox,
		client: () => setup.client,
		executionsOf: async (...args: Parameters<TestSetup['executionsOf']>) =>
			await setup.executionsOf(...args),
		restart: async () => await server.restart(),
		/** How many events nobody has heard. */
		unheard: () => unheard,
	};
}

describe('a Lark Trigger with Catch Up After a Restart', () => {
	const { users, publish, pushTo, pushNowhere, direct, say, texts, logged, ...n8n } = useN8n();
	const { during, pushAgain, executionsOf, restart } = n8n;
	const groupOf = () => chatNamed(n8n.sandbox().world, 'Product Team').chatId;

	it('starts the workflow once for what was written while n8n was down, also when Lark has an acknowledgement', async () => {
		const trigger = await publish();
		pushTo(trigger.url);
		const [alice, bob] = users();
		const group = groupOf();
		const before = say(direct(alice), 'Before');
		const root = say(group, 'Before in a group');
		expect(await texts(trigger, 2)).toEqual(['Before', 'Before in a group']);

		const missed = await during(() => [
			say(direct(alice), 'Missed'),
			say(group, 'Missed in a group', {}, bob),
			say(group, 'Missed by the bot', { mentionBot: true }),
			say(group, 'Missed reply', { replyTo: root.messageId }),
		]);
		const own = { type: 'app', appId: n8n.sandbox().app.appId } as const;
		n8n.sandbox().world.addMessage({
			chatId: group,
			sender: own,
			msgType: 'text',
			content: '{"text":"Of the bot"}',
			sentContent: '{"text":"Of the bot"}',
		});
		expect(n8n.unheard()).toBeGreaterThanOrEqual(missed.length);
		const all = [
			'Before',
			'Before in a group',
			'Missed',
			'Missed by the bot',
			'Missed in a group',
			'Missed reply',
		];
		expect(await texts(trigger, all.length)).toEqual(all);
		await waitFor('the line', () => logged('and had not come').at(-1));
		expect(logged('and had not come').at(-1)).toContain(': 4');

		pushTo(trigger.url);
		for (const message of [before, ...missed]) expect(await pushAgain(trigger, message)).toBe(200);
		await restart();
		await sleep(LATER_MS);
		expect(await texts(trigger, all.length)).toEqual(all);
		await n8n.client().unpublish(trigger.workflow.id);
	}, 180_000);

	it('finds what was written in topics, in those that it knows and in new ones', async () => {
		const trigger = await publish();
		pushTo(trigger.url);
		const { chatId, settings } = chatNamed(n8n.sandbox().world, 'Customer Support');
		settings.group_message_type = 'thread';
		const topic = say(chatId, 'Before');
		expect(await texts(trigger, 1)).toEqual(['Before']);
		await during(() => {
			const newTopic = say(chatId, 'Missed topic');
			return [
				newTopic,
				say(chatId, 'Missed reply', { replyTo: topic.messageId }),
				say(chatId, 'Missed reply in a missed topic', { replyTo: newTopic.messageId }),
			];
		});
		const all = ['Before', 'Missed reply', 'Missed reply in a missed topic', 'Missed topic'];
		expect(await texts(trigger, all.length)).toEqual(all);
		await n8n.client().unpublish(trigger.workflow.id);
	}, 120_000);

	it('gives the item that the event had given, without what the list of Lark does not tell', async () => {
		const trigger = await publish({ simple: false });
		pushTo(trigger.url);
		say(direct(users()[0]), 'Before');
		await executionsOf(trigger.workflow.id, 1);
		const group = groupOf();
		const [missed] = await during(() => [say(group, 'Hello', { mentionBot: true })]);
		const [, execution] = await executionsOf(trigger.workflow.id, 2);
		const item = execution.data.resultData.runData[TRIGGER][0].data?.main[0]?.[0].json;
		const { world, app } = n8n.sandbox();
		const { sender, message } = messageReceived(missed, world.chat(group)!, app, world);
		const [{ key, name }] = message.mentions!;
		const { mentioned_type: _type, id: ids, ...mention } = message.mentions![0];
		expect(item).toMatchObject({
			schema: '2.0',
			header: { event_type: 'im.message.receive_v1', app_id: app.appId },
			event: {
				sender: {
					sender_id: { open_id: sender.sender_id.open_id },
					sender_type: 'user',
					tenant_key: world.tenantKey,
				},
				message: {
					...message,
					mentions: [{ ...mention, key, name, id: { open_id: ids.open_id } }],
				},
			},
		});
		expect(JSON.stringify(item)).not.toContain(app.verificationToken);
		await n8n.client().unpublish(trigger.workflow.id);
	}, 120_000);

	it('applies its filters, and leaves to each workflow whether it catches up', async () => {
		const filtering = await publish({ groupStrategy: 'mention', chatTypes: ['group'] });
		const without = await publish({}, { catchUp: 0, registerUrl: false });
		pushTo(filtering.url);
		const [alice] = users();
		const group = groupOf();
		say(group, 'Before', { mentionBot: true });
		expect(await texts(filtering, 1)).toEqual(['Before']);
		expect(await texts(without, 1)).toEqual(['Before']);
		await during(() => [
			say(group, 'To nobody'),
			say(direct(alice), 'In private'),
			say(group, 'To the bot', { mentionBot: true }),
		]);
		expect(await texts(filtering, 2)).toEqual(['Before', 'To the bot']);
		await sleep(LATER_MS);
		expect(await texts(filtering, 2)).toHaveLength(2);
		expect(await texts(without, 1)).toEqual(['Before']);
		await n8n.client().unpublish(filtering.workflow.id);
		await n8n.client().unpublish(without.workflow.id);
	}, 120_000);

	it('reads nothing that was written before the workflow was published', async () => {
		const group = groupOf();
		pushNowhere();
		say(group, 'Long before');
		const trigger = await publish();
		await n8n.client().unpublish(trigger.workflow.id);
		say(group, 'While unpublished');
		await sleep(1_100);
		await n8n.client().publish(trigger.workflow);
		await during(() => [say(group, 'Missed')]);
		expect(await texts(trigger, 1)).toEqual(['Missed']);
		await sleep(LATER_MS);
		expect(await texts(trigger, 1)).toEqual(['Missed']);
		await n8n.client().unpublish(trigger.workflow.id);
	}, 120_000);

	it('says which scopes it needs, and the workflow is published all the same', async () => {
		const trigger = await publish();
		const { app } = n8n.sandbox();
		const { scopes } = app;
		app.scopes = ['im:message.p2p_msg:readonly', 'im:message.group_at_msg:readonly'];
		n8n.sandbox().revokeTokens();
		const group = groupOf();
		await during(() => [say(group, 'Missed')]);
		const line = await waitFor('the reason', () => logged('could not find all messages').at(-1));
		expect(line).toContain('im:message.group_msg');
		pushTo(trigger.url);
		const said = say(direct(users()[0]), 'After');
		expect(await texts(trigger, 1)).toEqual(['After']);
		expect(said.messageId).toBeTruthy();
		app.scopes = scopes;
		await n8n.client().unpublish(trigger.workflow.id);
	}, 120_000);
});

describe('a Lark Trigger with Catch Up After a Restart, in an n8n with other addresses and protection against inner ones', () => {
	const { users, publish, pushTo, direct, say, texts, during, ...n8n } = useN8n({
		WEBHOOK_URL: 'https://renamed.example.com/sub/path/',
		N8N_ENDPOINT_WEBHOOK: 'hooks/live',
		N8N_SSRF_PROTECTION_ENABLED: 'true',
		N8N_SSRF_ALLOWED_HOSTNAMES: 'localhost',
	});

	it('catches up when the first event comes, each workflow for itself', async () => {
		const one = await publish();
		const two = await publish();
		pushTo(one.url.replace('/webhook/', '/hooks/live/'));
		const [alice, bob] = users();
		say(direct(alice), 'Before');
		expect(await texts(one, 1)).toEqual(['Before']);
		await during(() => [say(direct(alice), 'Missed'), say(direct(alice), 'Missed, too')]);
		pushTo(two.url.replace('/webhook/', '/hooks/live/'));
		say(direct(bob), 'After', {}, bob);
		const all = ['After', 'Before', 'Missed', 'Missed, too'];
		expect(await texts(one, all.length)).toEqual(all);
		expect(await texts(two, all.length)).toEqual(all);
		await sleep(LATER_MS);
		expect(await texts(one, all.length)).toEqual(all);
		expect(await texts(two, all.length)).toEqual(all);
		await n8n.client().unpublish(one.workflow.id);
		await n8n.client().unpublish(two.workflow.id);
	}, 180_000);
});
