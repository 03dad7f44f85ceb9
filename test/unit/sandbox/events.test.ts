import { setImmediate as turn } from 'node:timers/promises';
import { createDecipheriv, createHash } from 'node:crypto';

import { v1Envelope } from '../../../sandbox/events/envelope';
import { messageReceived } from '../../../sandbox/events/message-received';
import { receive, type Received } from './delivery-receiver';
import { bench, type SandboxSetup } from './support';

interface Envelope {
	type?: string;
	challenge?: string;
	schema: string;
	header: Record<string, string>;
	event: {
		sender: { sender_id: Record<string, string>; sender_type: string; tenant_key: string };
		message: { message_id: string; chat_type: string; content: string; mentions?: object[] };
	};
}

const plainApp = { seed: { app: { encryptKey: '' } } };

function decrypt(body: string, key: string): Envelope {
	const data = Buffer.from((JSON.parse(body) as { encrypt: string }).encrypt, 'base64');
	const hash = createHash('sha256').update(key).digest();
	const cipher = createDecipheriv('aes-256-cbc', hash, data.subarray(0, 16));
	return JSON.parse(
		Buffer.concat([cipher.update(data.subarray(16)), cipher.final()]).toString(),
	) as Envelope;
}

/** A request URL of the default app, already subscribed, that keeps the events. */
async function subscribed(b: SandboxSetup) {
	const key = b.sandbox.app.encryptKey;
	const read = ({ body }: Received) => (key ? decrypt(body, key) : (JSON.parse(body) as Envelope));
	const events: Envelope[] = [];
	const { url } = await receive((request) => {
		const envelope = read(request);
		if (envelope.type === 'url_verification') {
			return { body: JSON.stringify({ challenge: envelope.challenge }) };
		}
		events.push(envelope);
		return {};
	});
	await b.sandbox.subscribe(b.sandbox.app.appId, url);
	return { url, events };
}

async function untilDelivered(b: SandboxSetup, count: number): Promise<void> {
	const deadline = Date.now() + 4_000;
	while (b.sandbox.deliveries.length < count) {
		if (Date.now() > deadline) throw new Error(`Fewer than ${count} deliveries`);
		await turn();
	}
}

describe('the user_id of people', () => {
	const scopes = ['im:message.group_msg', 'contact:user.employee_id:readonly'];

	it.each([
		['comes with the scope for it', scopes, true],
		['is left out without the scope', scopes.slice(0, 1), false],
	])('%s', async (_, given, isThere) => {
		const b = await bench({ seed: { app: { encryptKey: '', scopes: given } } });
		const { events } = await subscribed(b);
		const text = `<at user_id="${b.sandbox.openIdOf(b.sandbox.world.users[1])}"></at> Hi`;
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, text });
		await untilDelivered(b, 1);
		const { sender, message } = events[0].event;
		const [mention] = message.mentions as Array<{ id: Record<string, string> }>;
		for (const id of [sender.sender_id, mention.id]) {
			expect(Object.keys(id).includes('user_id')).toBe(isThere);
			expect(id).toMatchObject({ open_id: expect.any(String), union_id: expect.any(String) });
		}
	});
});

describe('im.message.receive_v1', () => {
	it.each([
		['plain', plainApp],
		['encrypted', {}],
	])('%s: the whole event', async (_, options) => {
		const b = await bench(options);
		const { events } = await subscribed(b);
		const { app, world } = b.sandbox;
		const said = b.sandbox.say({
			from: b.sandbox.openIdOf(b.alice),
			chat: b.group.chatId,
			text: 'Status?',
			mentionBot: true,
		});
		await untilDelivered(b, 1);
		expect(events).toEqual([
			{
				schema: '2.0',
				header: {
					event_id: expect.stringMatching(/^[0-9a-f]{32}$/),
					event_type: 'im.message.receive_v1',
					create_time: expect.stringMatching(/^\d{13}$/),
					token: app.verificationToken,
					app_id: app.appId,
					tenant_key: world.tenantKey,
				},
				event: {
					sender: {
						sender_id: {
							open_id: b.sandbox.openIdOf(b.alice),
							union_id: b.alice.unionId,
							user_id: b.alice.userId,
						},
						sender_type: 'user',
						tenant_key: world.tenantKey,
					},
					message: {
						message_id: said.messageId,
						create_time: String(said.createTime),
						update_time: String(said.createTime),
						chat_id: b.group.chatId,
						chat_type: 'group',
						message_type: 'text',
						content: '{"text":"@_user_1 Status?"}',
						mentions: [
							{
								key: '@_user_1',
								id: { open_id: app.botOpenId, union_id: app.botUnionId, user_id: '' },
								mentioned_type: 'bot',
								name: app.name,
								tenant_key: world.tenantKey,
							},
						],
					},
				},
			},
		]);
		expect(b.sandbox.deliveries[0]).toMatchObject({ status: 200, done: true, attempt: 1 });
	});

	it('a group message reaches an app without im:message.group_msg only when it mentions the bot', async () => {
		const scopes = ['im:message.group_at_msg:readonly', 'im:message.p2p_msg:readonly'];
		const b = await bench({ seed: { app: { encryptKey: '', scopes } } });
		const { events } = await subscribed(b);
		const { app, world } = b.sandbox;
		const p2p = world.openP2p(b.alice.userId, { type: 'app', appId: app.appId });
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Among us' });
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Bot!', mentionBot: true });
		b.sandbox.say({ from: b.alice, chat: p2p.chatId, text: 'Just you' });
		await untilDelivered(b, 2);
		const contents = events.map(({ event }) => event.message.content).sort();
		expect(contents).toEqual(['{"text":"@_user_1 Bot!"}', '{"text":"Just you"}']);
	});

	describe('of another bot', () => {
		const INCLUDE_BOT = 'im:message.group_at_msg.include_bot:readonly';

		/** The default app, which listens, and another one, both with a bot in the group. */
		const twoBots = async (scopes: string[]) => {
			const b = await bench({ seed: { app: { encryptKey: '', scopes } } });
			const { events } = await subscribed(b);
			const other = b.sandbox.world.registerApp({ name: 'Other Bot' });
			b.group.bots.push(other.appId);
			const at = `<at user_id="${b.sandbox.app.botOpenId}"></at>`;
			const tell = async (text: string) => (await b.sendText(text, { app: other })).message_id;
			return { b, events, other, at, tell };
		};
		const idsOf = (events: Envelope[]) => events.map(({ event }) => event.message.message_id);

		it('reaches the bot that it mentions, with the scope for it', async () => {
			const { b, events, other, at, tell } = await twoBots([INCLUDE_BOT]);
			await tell('Nobody in particular');
			const told = await tell(`${at} Your turn`);
			const by = { from: b.alice, chat: b.group.chatId, mentionBot: true };
			const said = b.sandbox.say({ ...by, text: 'And you?' });
			await untilDelivered(b, 2);
			expect(idsOf(events).sort()).toEqual([told, said.messageId].sort());
			const { event } = events.find((each) => idsOf([each])[0] === told)!;
			expect(event).toMatchObject({
				sender: { sender_type: 'bot', sender_id: { open_id: other.botOpenId } },
				message: {
					content: '{"text":"@_user_1 Your turn"}',
					mentions: [{ key: '@_user_1', mentioned_type: 'bot', name: 'Workflow Bot' }],
				},
			});
		});

		it('brings a card simplified, with the card as it was sent in user_dsl', async () => {
			const { b, events, other } = await twoBots([INCLUDE_BOT]);
			const content = `<at id=${b.sandbox.app.botOpenId}></at> Your turn`;
			const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content }] } };
			await b.send('interactive', card, { app: other });
			await untilDelivered(b, 1);
			const { user_dsl, ...simplified } = JSON.parse(events[0].event.message.content) as {
				user_dsl: string;
				elements: object[][];
			};
			expect(JSON.parse(user_dsl)).toEqual(card);
			expect(simplified.elements[0][1]).toEqual({
				tag: 'text',
				text: '请升级至最新版本客户端，以查看内容',
			});
		});

		it('reaches no bot without the scope, whatever else it may read', async () => {
			const { b, events, at, tell } = await twoBots([
				'im:message.group_at_msg',
				'im:message.group_at_msg:readonly',
				'im:message.group_msg',
			]);
			await tell(`${at} Your turn`);
			const said = b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Hi' });
			await untilDelivered(b, 1);
			expect(idsOf(events)).toEqual([said.messageId]);
		});

		it('does not come back to the bot that wrote it', async () => {
			const { b, events, at, tell } = await twoBots([INCLUDE_BOT, 'im:message:send_as_bot']);
			await b.sendText(`${at} Note to self`);
			const told = await tell(`${at} Your turn`);
			await untilDelivered(b, 1);
			expect(idsOf(events)).toEqual([told]);
		});
	});

	it('is not sent for what the bot itself writes, nor to a group without the bot', async () => {
		const b = await bench(plainApp);
		const { events } = await subscribed(b);
		const foreign = b.sandbox.world.chats.find((chat) => chat.name === 'Leadership');
		await b.sendText('I am the bot');
		b.sandbox.say({ from: b.alice, chat: foreign?.chatId ?? '', text: 'Secret' });
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Public' });
		await untilDelivered(b, 1);
		expect(events.map(({ event }) => event.message.content)).toEqual(['{"text":"Public"}']);
	});

	it('is sent for what a user token writes', async () => {
		const b = await bench(plainApp);
		const { events } = await subscribed(b);
		await b.call('POST', 'im/v1/messages', {
			token: b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice)),
			query: { receive_id_type: 'chat_id' },
			body: { receive_id: b.group.chatId, msg_type: 'text', content: '{"text":"By API"}' },
		});
		await untilDelivered(b, 1);
		expect(events[0].event.sender.sender_id.user_id).toBe(b.alice.userId);
	});

	it('a v1 envelope carries the type inside the event and no schema', async () => {
		const b = await bench();
		const { app, world } = b.sandbox;
		const said = b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Hi' });
		const event = messageReceived(said, b.group, app, world);
		expect(v1Envelope('message', event, app, world)).toMatchObject({
			ts: expect.stringMatching(/^\d{10}\.\d{7}$/),
			uuid: expect.any(String),
			token: app.verificationToken,
			type: 'event_callback',
			event: { type: 'message', app_id: app.appId },
		});
	});
});

describe('subscribe', () => {
	it('keeps the old request URL when the handshake fails, and says why', async () => {
		const b = await bench();
		const { url: deaf } = await receive(() => ({ body: '{}' }));
		const { url } = await subscribed(b);
		await expect(b.sandbox.subscribe(b.sandbox.app.appId, deaf)).rejects.toThrow('challenge');
		expect(b.sandbox.app.requestUrl).toBe(url);
		await expect(b.sandbox.subscribe('cli_0', url)).rejects.toThrow('There is no app cli_0');
	});
});
