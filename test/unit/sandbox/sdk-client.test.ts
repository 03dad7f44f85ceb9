import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Client } from '@larksuiteoapi/node-sdk';

import { sdkOptions } from './sdk';
import { bench, PNG, type SandboxSetup } from './support';

/** The official client, pointed at the sandbox. */
const clientOf = (b: SandboxSetup) => new Client(sdkOptions(b));

const text = (value: string) => JSON.stringify({ text: value });

describe('the official SDK client', () => {
	it('sends, replies, reads, lists and recalls', async () => {
		const b = await bench();
		const { im } = clientOf(b);
		const sent = await im.message.create({
			params: { receive_id_type: 'chat_id' },
			data: { receive_id: b.group.chatId, msg_type: 'text', content: text('Deploy started') },
		});
		const path = { message_id: sent.data?.message_id ?? '' };
		const replied = await im.message.reply({
			path,
			data: { msg_type: 'text', content: text('Deploy done') },
		});
		expect(replied.data).toMatchObject({ root_id: path.message_id, parent_id: path.message_id });

		const read = await im.message.get({ path });
		expect(read.data?.items?.[0].body?.content).toBe(text('Deploy started'));

		const listed = await im.message.list({
			params: { container_id_type: 'chat', container_id: b.group.chatId },
		});
		expect(listed.data?.items?.map((item) => item.message_id)).toEqual([
			path.message_id,
			replied.data?.message_id,
		]);

		await im.message.delete({ path });
		expect((await im.message.get({ path })).data?.items?.[0].deleted).toBe(true);
	});

	it('uploads and downloads byte for byte', async () => {
		const b = await bench();
		const { im } = clientOf(b);
		const bytes = randomBytes(100_000);
		const image = await im.image.create({ data: { image_type: 'message', image: PNG } });
		const file = await im.file.create({
			data: { file_type: 'stream', file_name: 'dump.bin', file: bytes },
		});
		const image_key = image?.image_key ?? '';
		const file_key = file?.file_key ?? '';
		const sent = await im.message.create({
			params: { receive_id_type: 'chat_id' },
			data: {
				receive_id: b.group.chatId,
				msg_type: 'file',
				content: JSON.stringify({ file_key }),
			},
		});
		const downloads = [
			await im.image.get({ path: { image_key } }),
			await im.file.get({ path: { file_key } }),
			await im.messageResource.get({
				path: { message_id: sent.data?.message_id ?? '', file_key },
				params: { type: 'file' },
			}),
		];
		const received = await Promise.all(downloads.map((d) => buffer(d.getReadableStream())));
		expect(received.map((r, i) => r.equals(i === 0 ? PNG : bytes))).toEqual([true, true, true]);
	});

	it('pages through 45 chats, finds one and reads its members', async () => {
		const b = await bench({ seed: { chats: 45 } });
		const { im } = clientOf(b);
		const names: string[] = [];
		const pages = await im.chat.listWithIterator({ params: { page_size: 20 } });
		for await (const page of pages)
			names.push(...(page?.items ?? []).map((chat) => chat.name ?? ''));
		expect(names).toHaveLength(45);
		expect(new Set(names).size).toBe(45);

		const found = await im.chat.search({ params: { query: 'project 17' } });
		expect(found.data?.items?.map((chat) => chat.name)).toEqual(['Project 17']);

		const path = { chat_id: b.group.chatId };
		const chat = await im.chat.get({ path });
		expect(chat.data).toMatchObject({ name: 'Incident Response', user_count: '6', bot_count: '1' });
		const members = await im.chatMembers.get({ path });
		expect(members.data).toMatchObject({ member_total: 6 });
	});

	it('looks people up', async () => {
		const b = await bench();
		const { contact } = clientOf(b);
		const byEmail = await contact.user.batchGetId({
			data: { emails: [b.alice.email, 'nobody@example.com'] },
		});
		expect(byEmail.data?.user_list?.map((user) => user.user_id)).toEqual([
			b.sandbox.openIdOf(b.alice),
			undefined,
		]);
		const user = await contact.user.get({ path: { user_id: b.sandbox.openIdOf(b.alice) } });
		expect(user.data?.user).toMatchObject({ name: 'Alice Chen', email: b.alice.email });
	});

	it('sets the buttons of a chat and updates the preview of a link', async () => {
		const b = await bench();
		const { im } = clientOf(b);
		const buttons = {
			buttons: [
				{
					text: { text: 'Open' },
					action_type: 'url_page' as const,
					multi_url: { url: 'https://example.com' },
				},
			],
		};
		const user_ids = [b.sandbox.openIdOf(b.alice), 'ou_0'];
		const set = await im.v2.chatButton.update({
			data: { chat_id: b.group.chatId, user_ids, buttons },
		});
		expect(set.data?.failed_user_reasons?.map(({ user_id }) => user_id)).toEqual(['ou_0']);
		expect(b.group.feedButtons[b.alice.userId]).toEqual(buttons.buttons);

		b.sandbox.pushEvent('url.preview.get');
		const preview_tokens = ['e28r7df2-xxxx-477d-a8d0-2e1eb99796c2'];
		const updated = await im.v2.urlPreview.batchUpdate({ data: { preview_tokens } });
		expect(updated.code).toBe(0);
	});

	it('pages through the addresses that Lark sends from', async () => {
		const b = await bench();
		const { outboundIp } = clientOf(b).event.v1;
		const addresses: string[] = [];
		for await (const page of await outboundIp.listWithIterator({ params: { page_size: 2 } })) {
			addresses.push(...(page?.ip_list ?? []));
		}
		expect(addresses).toEqual(['203.0.113.10', '203.0.113.11', '203.0.113.12']);
	});

	it('lists messages with the names of their senders, and the starts of threads', async () => {
		const b = await bench();
		const { im } = clientOf(b);
		const { messageId } = b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Hi' });
		await im.message.reply({
			path: { message_id: messageId },
			data: { msg_type: 'text', content: text('Yes'), reply_in_thread: true },
		});
		await im.message.create({
			params: { receive_id_type: 'chat_id' },
			data: { receive_id: b.group.chatId, msg_type: 'text', content: text('No thread') },
		});
		const list = async (params: object) => {
			const chat = { container_id_type: 'chat', container_id: b.group.chatId };
			return (await im.message.list({ params: { ...chat, ...params } })).data?.items ?? [];
		};
		const named = await list({ with_sender_name: true });
		expect(named.map(({ sender }) => sender?.sender_name)).toEqual([
			b.alice.name,
			b.sandbox.app.name,
		]);
		const roots = await list({ only_thread_root_messages: true });
		expect(roots.map(({ message_id }) => message_id)).toEqual([messageId]);
	});

	it('makes, lists, changes and deletes slash commands, which it has no methods for', async () => {
		const b = await bench();
		const client = clientOf(b);
		const url = '/open-apis/application/v7/app_slash_commands';
		const description = { default_value: 'Help' };
		const made = await client.request<{ data: { command_id: string } }>({
			...{ method: 'POST', url, data: { command: 'help', description } },
		});
		const one = `${url}/${made.data.command_id}`;
		await client.request({ method: 'PATCH', url: one, data: { icon: { icon_key: 'a_filled' } } });
		const listed = await client.request<{ data: { items: object[] } }>({ method: 'GET', url });
		expect(listed.data.items).toMatchObject([
			{ command: 'help', description, icon: { icon_key: 'a_filled' } },
		]);
		await client.request({ method: 'DELETE', url: one });
		expect(b.sandbox.app.slashCommands).toEqual([]);
	});

	it('makes a card, sends it, writes into it and changes its parts', async () => {
		const b = await bench();
		const { cardkit, im } = clientOf(b);
		const { card, cardElement } = cardkit.v1;
		const markdown = { tag: 'markdown', element_id: 'text', content: '' };
		const first = {
			schema: '2.0',
			config: { streaming_mode: true },
			body: { elements: [markdown] },
		};
		const made = await card.create({ data: { type: 'card_json', data: JSON.stringify(first) } });
		const card_id = made.data?.card_id ?? '';
		const path = { card_id };
		const content = JSON.stringify({ type: 'card', data: { card_id } });
		const sent = await im.message.create({
			params: { receive_id_type: 'chat_id' },
			data: { receive_id: b.group.chatId, msg_type: 'interactive', content },
		});
		await cardElement.content({
			path: { card_id, element_id: 'text' },
			data: { content: 'Done', sequence: 1 },
		});
		await cardElement.create({
			path,
			data: { type: 'append', elements: '[{"tag":"hr","element_id":"line"}]', sequence: 2 },
		});
		await cardElement.patch({
			path: { card_id, element_id: 'line' },
			data: { partial_element: '{"margin":"4px 0px"}', sequence: 3 },
		});
		const note = { tag: 'markdown', element_id: 'note', content: 'A note' };
		await cardElement.update({
			path: { card_id, element_id: 'line' },
			data: { element: JSON.stringify(note), sequence: 4 },
		});
		await cardElement.delete({ path: { card_id, element_id: 'note' }, data: { sequence: 5 } });
		await card.settings({
			path,
			data: { settings: '{"config":{"streaming_mode":false}}', sequence: 6 },
		});
		const ids = { element_ids: ['text'] };
		const actions = JSON.stringify([{ action: 'delete_elements', params: ids }]);
		await card.batchUpdate({ path, data: { actions, sequence: 7 } });
		const bodyOf = () => {
			const { sentContent = '' } = b.sandbox.world.message(sent.data?.message_id ?? '') ?? {};
			return JSON.parse(sentContent) as typeof first;
		};
		expect(bodyOf()).toEqual({
			...first,
			config: { streaming_mode: false },
			body: { elements: [] },
		});
		await card.update({
			path,
			data: { card: { type: 'card_json', data: JSON.stringify(first) }, sequence: 8 },
		});
		expect(bodyOf()).toEqual(first);
		const convert = await card.idConvert({ data: { message_id: sent.data?.message_id ?? '' } });
		expect(convert.data?.card_id).toBe(card_id);
	});
});
