import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Client } from '@larksuiteoapi/node-sdk';

import { bench, PNG, type SandboxSetup } from './support';

const nothing = () => undefined;
const silent = { error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing };

/** The official client, pointed at the sandbox, with a token cache of its own. */
function clientOf({ sandbox }: SandboxSetup): Client {
	const { appId, appSecret } = sandbox.app;
	const tokens = new Map<unknown, unknown>();
	const cache = {
		get: async (key: unknown) => tokens.get(key),
		set: async (key: unknown, value: unknown) => Boolean(tokens.set(key, value)),
	};
	return new Client({ appId, appSecret, domain: sandbox.url, cache, logger: silent });
}

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
});
