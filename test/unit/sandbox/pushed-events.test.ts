import { subscriber, typesOf } from './subscriber';
import { bench, type SandboxSetup } from './support';

const plainApp = { seed: { app: { encryptKey: '' } } };

describe('what an API call does', () => {
	let b: SandboxSetup;
	let pushed: Awaited<ReturnType<typeof subscriber>>;
	let ids: { open_id: string };

	beforeEach(async () => {
		b = await bench(plainApp);
		pushed = await subscriber(b);
		ids = { open_id: b.sandbox.app.botOpenId };
	});

	const carol = () => b.sandbox.world.users[2];
	const chatPath = (rest = '') => `im/v1/chats/${b.group.chatId}${rest}`;
	const ownGroup = async () => {
		const body = { name: 'Made by a bot', user_id_list: [b.sandbox.openIdOf(b.alice)] };
		const { body: answer } = await b.call('POST', 'im/v1/chats', { body });
		return answer.data.chat_id;
	};

	it('is told of a reaction and its removal', async () => {
		const { message_id } = await b.sendText('Hi');
		const path = `im/v1/messages/${message_id}/reactions`;
		const body = { reaction_type: { emoji_type: 'OK' } };
		const added = await b.call('POST', path, { body });
		const again = await b.call('POST', path, { body });
		expect(again.body.data.reaction_id).toBe(added.body.data.reaction_id);
		await b.call('DELETE', `${path}/${added.body.data.reaction_id}`);
		const reaction = {
			message_id,
			reaction_type: { emoji_type: 'OK' },
			operator_type: 'app',
			app_id: b.sandbox.app.appId,
			action_time: expect.stringMatching(/^\d{13}$/),
		};
		expect(await pushed()).toEqual([
			{ type: 'im.message.reaction.created_v1', event: reaction },
			{ type: 'im.message.reaction.deleted_v1', event: reaction },
		]);
	});

	it('is told of a recalled message, and by whom it was recalled', async () => {
		const own = await b.sendText('Hi');
		await b.call('DELETE', `im/v1/messages/${own.message_id}`);
		expect(await pushed()).toEqual([
			{
				type: 'im.message.recalled_v1',
				event: {
					message_id: own.message_id,
					chat_id: b.group.chatId,
					recall_time: expect.stringMatching(/^\d{13}$/),
					recall_type: 'message_owner',
				},
			},
		]);
		b.group.managers = [b.sandbox.app.appId];
		const said = b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Oops' });
		await pushed();
		await b.call('DELETE', `im/v1/messages/${said.messageId}`);
		expect(await pushed()).toMatchObject([{ event: { recall_type: 'group_manager' } }]);
	});

	it('is told of people who come and go', async () => {
		b.group.managers = [b.sandbox.app.appId];
		b.group.members = b.group.members.filter((id) => id !== carol().userId);
		const query = { member_id_type: 'open_id' };
		const body = { id_list: [b.sandbox.openIdOf(carol()), b.sandbox.openIdOf(b.alice)] };
		await b.call('POST', chatPath('/members'), { query, body });
		const change = {
			chat_id: b.group.chatId,
			operator_id: expect.objectContaining(ids),
			external: false,
			operator_tenant_key: b.sandbox.world.tenantKey,
			name: b.group.name,
			users: [
				{
					name: carol().name,
					tenant_key: b.sandbox.world.tenantKey,
					user_id: {
						open_id: b.sandbox.openIdOf(carol()),
						union_id: carol().unionId,
						user_id: carol().userId,
					},
				},
			],
		};
		expect(await pushed()).toEqual([{ type: 'im.chat.member.user.added_v1', event: change }]);
		const gone = { id_list: [b.sandbox.openIdOf(carol())] };
		await b.call('DELETE', chatPath('/members'), { query, body: gone });
		expect(await pushed()).toEqual([{ type: 'im.chat.member.user.deleted_v1', event: change }]);
	});

	it('is told to a bot alone when the bot comes or goes', async () => {
		const other = b.sandbox.registerApp({ name: 'Second bot' });
		const pushedToOther = await subscriber(b, other);
		const chatId = await ownGroup();
		const request = { query: { member_id_type: 'app_id' }, body: { id_list: [other.appId] } };
		await b.call('POST', `im/v1/chats/${chatId}/members`, request);
		expect(await pushedToOther()).toMatchObject([
			{ type: 'im.chat.member.bot.added_v1', event: { chat_id: chatId, operator_id: ids } },
		]);
		await b.call('DELETE', `im/v1/chats/${chatId}/members`, request);
		expect(typesOf(await pushedToOther())).toEqual(['im.chat.member.bot.deleted_v1']);
		await b.call('POST', 'im/v1/chats', { body: { name: 'Both', bot_id_list: [other.appId] } });
		expect(typesOf(await pushedToOther())).toEqual(['im.chat.member.bot.added_v1']);
		await b.sendText('Anything at all', { chat: chatId });
		expect(b.sandbox.deliveries.filter(({ appId }) => appId === b.sandbox.app.appId)).toEqual([]);
	});

	it('is told of a changed group: what has changed, before and after', async () => {
		const chatId = await ownGroup();
		const body = {
			name: 'Renamed',
			edit_permission: 'only_owner',
			owner_id: b.sandbox.openIdOf(b.alice),
		};
		await b.call('PUT', `im/v1/chats/${chatId}`, { body });
		expect(await pushed()).toMatchObject([
			{
				type: 'im.chat.updated_v1',
				event: {
					chat_id: chatId,
					operator_id: ids,
					before_change: { name: 'Made by a bot', edit_permission: 'all_members', owner_id: ids },
					after_change: {
						name: 'Renamed',
						edit_permission: 'only_owner',
						owner_id: { open_id: body.owner_id },
					},
				},
			},
		]);
	});

	it('is told of moderators, and not of a change that changes nothing', async () => {
		const chatId = await ownGroup();
		await b.call('PUT', `im/v1/chats/${chatId}`, { body: { name: 'Made by a bot' } });
		const body = {
			moderation_setting: 'moderator_list',
			moderator_added_list: [b.sandbox.openIdOf(b.alice)],
		};
		await b.call('PUT', `im/v1/chats/${chatId}/moderation`, { body });
		expect(await pushed()).toMatchObject([
			{
				event: {
					after_change: { moderation_permission: 'moderator_list' },
					moderator_list: {
						added_member_list: [{ user_id: { open_id: b.sandbox.openIdOf(b.alice) } }],
						removed_member_list: [],
					},
				},
			},
		]);
	});

	it('is told of a dissolved group', async () => {
		const chatId = await ownGroup();
		await b.call('DELETE', `im/v1/chats/${chatId}`);
		expect(await pushed()).toMatchObject([
			{ type: 'im.chat.disbanded_v1', event: { chat_id: chatId, name: 'Made by a bot' } },
		]);
	});

	it('is told of the first conversation with a person, once', async () => {
		const send = async () =>
			await b.call('POST', 'im/v1/messages', {
				query: { receive_id_type: 'open_id' },
				body: {
					receive_id: b.sandbox.openIdOf(b.alice),
					msg_type: 'text',
					content: '{"text":"Hi"}',
				},
			});
		await send();
		expect(await pushed()).toMatchObject([
			{
				type: 'p2p_chat_create',
				event: { operator: ids, user: { name: b.alice.name, user_id: b.alice.userId } },
			},
		]);
		await send();
		await b.sendText('Something that is no event');
		expect(b.sandbox.deliveries).toHaveLength(1);
	});

	it('is told of what a person has read, in the chat with the bot alone', async () => {
		const { app, world } = b.sandbox;
		const chat = world.openP2p(b.alice.userId, { type: 'app', appId: app.appId });
		const { message_id } = await b.sendText('Have you seen this?', { chat: chat.chatId });
		await b.sendText('And this?');
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Yes' });
		b.sandbox.say({ from: b.alice, chat: chat.chatId, text: 'Yes' });
		const events = await pushed();
		expect(events.filter(({ type }) => type === 'im.message.message_read_v1')).toMatchObject([
			{
				event: {
					reader: { reader_id: { open_id: b.sandbox.openIdOf(b.alice) } },
					message_id_list: [message_id],
				},
			},
		]);
	});

	it('is told of a bot that mentions another one, to that one', async () => {
		const other = b.sandbox.registerApp({ name: 'Second bot' });
		const pushedToOther = await subscriber(b, other);
		b.group.bots.push(other.appId);
		await b.sendText(`<at user_id="${other.botOpenId}"></at> Your turn`);
		await b.sendText('Nobody is meant');
		expect(await pushedToOther()).toMatchObject([
			{ type: 'im.message.receive_v1', event: { sender: { sender_type: 'bot' } } },
		]);
		other.scopes = ['im:message.group_at_msg:readonly'];
		await b.sendText(`<at user_id="${other.botOpenId}"></at> Again`);
		expect(b.sandbox.deliveries).toHaveLength(1);
	});
});

describe('an event that an app does not get', () => {
	const reasons = async (app: object, text = 'Hi', mentionBot = false) => {
		const b = await bench({ seed: { app: { encryptKey: '', ...app } } });
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, text, mentionBot });
		const response = await fetch(`${b.sandbox.url}/sandbox/chats/${b.group.chatId}/messages`);
		const { items } = (await response.json()) as {
			items: Array<{ not_delivered: Array<{ app: string; reason: string }> }>;
		};
		expect(b.sandbox.deliveries).toEqual([]);
		return items[0].not_delivered.map(({ reason }) => reason);
	};
	const MENTION = ['im:message.group_at_msg'];

	it.each([
		['without a request URL', {}, 'neither a request URL nor a long connection'],
		['without the scope', { scopes: ['im:message'] }, 'none of the scopes im:message.group_msg'],
		['without a mention', { scopes: MENTION }, 'the message does not mention the bot, and'],
		['without the subscription', { events: [] }, 'has not subscribed to im.message.receive_v1'],
		['with a bot that is off', { botEnabled: false }, 'not enabled'],
	])('%s is kept with its reason', async (_, app, reason) => {
		expect(await reasons(app)).toEqual([expect.stringContaining(reason)]);
	});

	it('is not held against a message that somebody has only read', async () => {
		const b = await bench({ seed: { app: { encryptKey: '', events: [] } } });
		const { app, world } = b.sandbox;
		const chat = world.openP2p(b.alice.userId, { type: 'app', appId: app.appId });
		await b.sendText('Have you seen this?', { chat: chat.chatId });
		b.sandbox.say({ from: b.alice, chat: chat.chatId, text: 'Yes' });
		const response = await fetch(`${b.sandbox.url}/sandbox/chats/${chat.chatId}/messages`);
		expect(await response.json()).toMatchObject({
			items: [{ not_delivered: [] }, { not_delivered: [{ event_type: 'im.message.receive_v1' }] }],
		});
	});

	it('needs the scope for mentions when the bot is mentioned', async () => {
		expect(await reasons({ scopes: ['im:message'] }, 'Hi', true)).toEqual([
			expect.stringContaining('im:message.group_at_msg'),
		]);
		expect(await reasons({ scopes: MENTION }, 'Hi', true)).toEqual([
			expect.stringContaining('request URL'),
		]);
	});
});
