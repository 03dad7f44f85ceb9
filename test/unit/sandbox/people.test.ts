import { control, subscriber, typesOf } from './subscriber';
import { bench, PNG, type SandboxSetup } from './support';

interface Shown {
	message_id: string;
	msg_type: string;
	deleted: boolean;
	body: { content: string };
	names: Record<string, string>;
	reactions: Array<{ emoji_type: string; operator: { name: string } }>;
	read_by: string[];
	pinned_by?: string;
}

interface ShownChat {
	chat_id: string;
	name: string;
	members: Array<{ name: string }>;
	bots: string[];
	owner_id?: string;
}

describe('a person at the chat page', () => {
	let b: SandboxSetup;
	let pushed: Awaited<ReturnType<typeof subscriber>>;
	let alice: { open_id: string };
	let bob: { open_id: string };

	beforeEach(async () => {
		b = await bench({ seed: { app: { encryptKey: '' } } });
		pushed = await subscriber(b);
		const [first, second] = b.sandbox.world.users;
		alice = { open_id: b.sandbox.openIdOf(first) };
		bob = { open_id: b.sandbox.openIdOf(second) };
	});

	const shown = async () =>
		(await control<{ items: Shown[] }>(b, 'GET', `chats/${b.group.chatId}/messages`)).items;

	it('reacts and takes the reaction back', async () => {
		const { message_id } = await b.sendText('Well?');
		const path = `messages/${message_id}/reactions`;
		await control(b, 'POST', path, { ...alice, emoji_type: 'THUMBSUP' });
		expect((await shown())[0].reactions).toEqual([
			{ emoji_type: 'THUMBSUP', operator: { id: alice.open_id, name: 'Alice Chen' } },
		]);
		await control(b, 'DELETE', path, { ...alice, emoji_type: 'THUMBSUP' });
		expect(await pushed()).toMatchObject([
			{
				type: 'im.message.reaction.created_v1',
				event: { operator_type: 'user', user_id: alice, message_id },
			},
			{ type: 'im.message.reaction.deleted_v1' },
		]);
		const refused = [
			await control(b, 'DELETE', path, { ...alice, emoji_type: 'THUMBSUP' }),
			await control(b, 'POST', path, { ...alice, emoji_type: 'NOSUCH' }),
		];
		expect(refused.map(({ error }) => error)).toEqual([
			'Alice Chen has not reacted with THUMBSUP',
			'There is no emoji NOSUCH',
		]);
	});

	it('edits and recalls what is their own', async () => {
		const { messageId } = b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Helo' });
		await pushed();
		await control(b, 'PUT', `messages/${messageId}`, { ...alice, text: 'Hello' });
		expect(await shown()).toMatchObject([{ body: { content: '{"text":"Hello"}' }, updated: true }]);
		const byBob = [
			await control(b, 'PUT', `messages/${messageId}`, { ...bob, text: 'Bye' }),
			await control(b, 'DELETE', `messages/${messageId}`, bob),
		];
		expect(byBob.map(({ error }) => error)).toEqual([
			'Bob Miller can edit only texts of their own',
			'Bob Miller can recall only what is their own',
		]);
		await control(b, 'DELETE', `messages/${messageId}`, alice);
		expect(await shown()).toMatchObject([{ deleted: true }]);
		expect(typesOf(await pushed())).toEqual(['im.message.recalled_v1']);
	});

	it('pins a message for everybody', async () => {
		const { message_id } = await b.sendText('The plan');
		await control(b, 'POST', `messages/${message_id}/pin`, alice);
		expect((await shown())[0].pinned_by).toBe('Alice Chen');
		await control(b, 'DELETE', `messages/${message_id}/pin`, alice);
		expect((await shown())[0].pinned_by).toBeUndefined();
	});

	it('reads what is in a chat by opening it', async () => {
		await b.sendText('News');
		await control(b, 'POST', `chats/${b.group.chatId}/reads`, bob);
		expect((await shown())[0].read_by).toEqual(['Bob Miller']);
	});

	it('mentions others and everyone', async () => {
		const text = `<at user_id="${bob.open_id}"></at> and <at user_id="all"></at>: lunch`;
		await control(b, 'POST', `chats/${b.group.chatId}/messages`, { ...alice, text });
		const [{ event }] = await pushed();
		expect(event.message).toMatchObject({
			content: '{"text":"@_user_1 and @_all: lunch"}',
			mentions: [{ key: '@_user_1', name: 'Bob Miller', id: bob }],
		});
	});

	it.each([
		['an image', PNG, '', { message_type: 'image', content: /image_key/ }],
		['an image as a file', PNG, 'file', { message_type: 'file', content: /"file_name":"a b.bin"/ }],
		[
			'a voice message',
			Buffer.from('x'),
			'audio',
			{ message_type: 'audio', content: /"duration":1500/ },
		],
		[
			'a video',
			Buffer.from('x'),
			'media',
			{ message_type: 'media', content: /image_key.*"duration":1500/ },
		],
	])('sends %s', async (_, bytes, as, { message_type, content }) => {
		const query = new URLSearchParams({ ...alice, name: 'a b.bin', duration: '1500' });
		if (as) query.set('as', as);
		const url = `${b.sandbox.url}/sandbox/chats/${b.group.chatId}/files?${query}`;
		const response = await fetch(url, { method: 'POST', body: new Uint8Array(bytes) });
		expect(response.status).toBe(201);
		const [{ event }] = await pushed();
		expect(event.message).toMatchObject({ message_type, content: expect.stringMatching(content) });
		const sent = JSON.parse((event.message as { content: string }).content) as Record<
			string,
			string
		>;
		const { message_id } = event.message as { message_id: string };
		const [key, type] = sent.file_key ? [sent.file_key, 'file'] : [sent.image_key, 'image'];
		const download = await b.fetch('GET', `im/v1/messages/${message_id}/resources/${key}`, {
			query: { type },
		});
		expect(Buffer.from(await download.arrayBuffer()).equals(bytes)).toBe(true);
	});

	it('cannot send an empty file, or an image that is none', async () => {
		const send = async (as: string, body: string) => {
			const query = new URLSearchParams({ ...alice, name: 'a.png', as });
			const url = `${b.sandbox.url}/sandbox/chats/${b.group.chatId}/files?${query}`;
			return (await (await fetch(url, { method: 'POST', body })).json()) as { error: string };
		};
		expect([await send('image', 'no'), await send('file', '')]).toEqual([
			{ error: 'a.png is no image' },
			{ error: 'The file is empty' },
		]);
	});

	it('makes a group with the bot, adds and removes people, renames and ends it', async () => {
		const { appId } = b.sandbox.app;
		const made = await control<ShownChat>(b, 'POST', 'chats', {
			...alice,
			name: 'Launch',
			members: [bob.open_id],
			bots: [appId],
		});
		expect(made).toMatchObject({ name: 'Launch', bots: [appId], owner_id: alice.open_id });
		const chat = `chats/${made.chat_id}`;
		const carol = b.sandbox.openIdOf(b.sandbox.world.users[2]);
		await control(b, 'POST', `${chat}/members`, { ...bob, members: [carol] });
		await control(b, 'PATCH', chat, { ...alice, name: 'Launch day' });
		const refused = [
			await control(b, 'DELETE', `${chat}/members`, { ...bob, members: [carol] }),
			await control(b, 'DELETE', chat, bob),
		];
		expect(refused.map(({ error }) => error)).toEqual([
			'Bob Miller does not own or manage this group',
			'Bob Miller does not own this group',
		]);
		await control(b, 'DELETE', `${chat}/members`, { ...alice, members: [carol] });
		await control(b, 'DELETE', `${chat}/members`, { ...bob, members: [bob.open_id] });
		await control(b, 'DELETE', chat, alice);
		expect(typesOf(await pushed())).toEqual([
			'im.chat.disbanded_v1',
			'im.chat.member.bot.added_v1',
			'im.chat.member.user.added_v1',
			'im.chat.member.user.deleted_v1',
			'im.chat.member.user.deleted_v1',
			'im.chat.updated_v1',
		]);
	});

	it('opens the chat with the bot: the first time is told, and each entry', async () => {
		const pair = { ...bob, app_id: b.sandbox.app.appId };
		await control(b, 'POST', 'p2p', pair);
		expect(typesOf(await pushed())).toEqual([
			'im.chat.access_event.bot_p2p_chat_entered_v1',
			'p2p_chat_create',
		]);
		await control(b, 'POST', 'p2p', pair);
		expect(typesOf(await pushed())).toEqual(['im.chat.access_event.bot_p2p_chat_entered_v1']);
	});

	it('can push every event of the contract with IDs of this chat', async () => {
		const { message_id } = await b.sendText('Hi');
		const query = new URLSearchParams({ ...bob, chat_id: b.group.chatId });
		const { items } = await control<{ items: Array<{ event_type: string; event: object }> }>(
			b,
			'GET',
			`events?${query}`,
		);
		expect(items).toHaveLength(19);
		for (const item of items) await control(b, 'POST', 'events', item);
		const events = await pushed();
		expect(typesOf(events)).toEqual(items.map(({ event_type }) => event_type).sort());
		const recalled = events.find(({ type }) => type === 'im.message.recalled_v1');
		expect(recalled?.event).toMatchObject({ message_id, chat_id: b.group.chatId });
		const menu = events.find(({ type }) => type === 'application.bot.menu_v6');
		expect(menu?.event.operator).toMatchObject({ operator_id: bob, operator_name: 'Bob Miller' });
	});

	it('sees the request and the answer of a delivery', async () => {
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Hi' });
		await pushed();
		const [{ id }] = b.sandbox.deliveries;
		expect(await control(b, 'GET', `deliveries/${id}`)).toMatchObject({
			to: b.sandbox.app.requestUrl,
			headers: { 'Content-Type': 'application/json; charset=utf-8' },
			envelope: { header: { event_type: 'im.message.receive_v1' } },
			answer: { status: 200, body: '' },
		});
		expect(await control(b, 'GET', 'deliveries/0')).toEqual({ error: 'There is no delivery 0' });
	});

	it('sees the names of people whose IDs are in a message', async () => {
		await b.sendText(`<at user_id="${bob.open_id}"></at> please look`);
		expect((await shown())[0].names).toEqual({ [bob.open_id]: 'Bob Miller' });
	});
});
