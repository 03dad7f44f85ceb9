import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Chat, Message, User } from '../../sandbox';
import { byAddress, byId, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: reading and recalling messages', () => {
	let lark: LarkNode;
	let group: Chat;
	let alice: User;

	beforeAll(async () => {
		lark = await openLarkNode();
		group = lark.sandbox.world.chats[0];
		alice = lark.sandbox.world.users[0];
	});
	beforeEach(() => {
		lark.reset();
		group.messages.length = 0;
	});
	afterAll(async () => await lark.sandbox.close());

	const run = async (operation: string, parameters: INodeParameters = {}) =>
		await lark.run({ resource: 'message', operation, ...parameters });
	const say = (text: string) => lark.sandbox.say({ from: alice, chat: group.chatId, text });
	const sent = async (text = 'Hello'): Promise<Message> => {
		const { items } = await run('send', { receiver: byAddress(group.chatId), text });
		return lark.sandbox.world.message(String(items[0].json.message_id))!;
	};

	describe('Get', () => {
		it('returns the message', async () => {
			const { messageId } = say('Hi');
			const { items, error } = await run('get', { messageId });
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json)).toEqual([
				{
					message_id: messageId,
					chat_id: group.chatId,
					msg_type: 'text',
					create_time: expect.any(String),
					deleted: false,
					sender: { id: expect.stringMatching(/^ou_/), sender_type: 'user' },
					text: 'Hi',
				},
			]);
		});

		it('returns the whole response of Lark without Simplify', async () => {
			const { messageId } = say('Hi');
			const { items } = await run('get', { messageId, simple: false });
			expect(items[0].json).toMatchObject({
				message_id: messageId,
				body: { content: '{"text":"Hi"}' },
				sender: { tenant_key: expect.any(String) },
			});
		});

		it('returns the mentioned names and the keys of attachments', async () => {
			const { app, world } = lark.sandbox;
			const from = { type: 'app' as const, appId: app.appId };
			const { messageId } = lark.sandbox.say({
				from: alice,
				chat: group.chatId,
				text: 'look here',
				mentionBot: true,
			});
			const mentioned = (await run('get', { messageId })).items[0].json;
			expect(mentioned.text).toBe(`@${app.name} look here`);
			expect(mentioned.mentions).toEqual([{ key: '@_user_1', id: app.botOpenId, name: app.name }]);
			const post = [
				[
					{ tag: 'text', text: 'See ' },
					{ tag: 'a', text: 'this', href: 'https://a.example' },
				],
				[{ tag: 'img', image_key: 'img_1' }],
			];
			const others: Array<[string, unknown, object]> = [
				[
					'post',
					{ title: 'T', content: post },
					{
						text: 'T\nSee [this](https://a.example)\n[Image]',
						attachments: [{ key: 'img_1', type: 'image' }],
					},
				],
				[
					'file',
					{ file_key: 'file_1', file_name: 'a.pdf' },
					{
						text: '[File: a.pdf]',
						content: { file_key: 'file_1', file_name: 'a.pdf' },
						attachments: [{ key: 'file_1', type: 'file', name: 'a.pdf' }],
					},
				],
				['image', { image_key: 'img_1' }, { text: '[Image]', content: { image_key: 'img_1' } }],
				[
					'vote',
					{ topic: 'Lunch?', options: ['Yes', 'No'] },
					{ text: '[Vote: Lunch?]\n- Yes\n- No' },
				],
			];
			for (const [msgType, content, simple] of others) {
				const { messageId } = world.addMessage({
					chatId: group.chatId,
					msgType,
					content: JSON.stringify(content),
					sentContent: '',
					sender: from,
				});
				expect((await run('get', { messageId })).items[0].json).toMatchObject(simple);
			}
		});

		it('returns a recalled message, whose content is not JSON', async () => {
			const { messageId } = say('Soon gone');
			lark.sandbox.world.message(messageId)!.deleted = true;
			const { items } = await run('get', { messageId });
			expect(items[0].json).toMatchObject({ deleted: true, text: 'This message was recalled' });
		});

		describe('cards', () => {
			const card = {
				schema: '2.0',
				header: { title: { tag: 'plain_text', content: 'Release 1.2' } },
				body: {
					elements: [
						{ tag: 'markdown', content: 'Ready for **prod**?' },
						{ tag: 'img', img_key: 'img_v3_1' },
						{
							tag: 'table',
							columns: [{ name: 'n', display_name: 'Name' }],
							rows: [{ n: 'shop' }],
						},
						{ tag: 'button', text: { tag: 'plain_text', content: 'Approve' } },
					],
				},
			};
			const text =
				'Release 1.2\nReady for **prod**?\n[Image]\n| Name |\n| --- |\n| shop |\n[Button: Approve]';

			/** Reads the card with each of the operations, in their order: Get, Get Many. */
			const read = async (options: INodeParameters, simple: boolean) => {
				const cardJson = JSON.stringify(card);
				const given = { msgType: 'interactive', cardSource: 'json', cardJson };
				const sent = await run('send', { receiver: byAddress(group.chatId), ...given });
				const messageId = String(sent.items[0].json.message_id);
				const one = await run('get', { messageId, options, simple });
				const many = await run('getAll', {
					container: 'chat',
					chatId: byId(group.chatId),
					limit: 1,
					options,
					simple,
				});
				return [one, many].map(({ items }) => items[0].json as IDataObject);
			};
			const contentOf = ({ body }: IDataObject) =>
				JSON.parse(String((body as IDataObject).content)) as unknown;

			it('have all their words, and no attachments, without being asked for in any form', async () => {
				for (const message of await read({}, true)) {
					expect(message.text).toBe(text);
					expect(message).not.toHaveProperty('attachments');
					expect(message).not.toHaveProperty('content');
				}
				for (const message of await read({}, false)) expect(contentOf(message)).toEqual(card);
			});

			it('have their JSON beside the text when it is asked for', async () => {
				for (const message of await read({ cardFormat: 'user_card_content' }, true)) {
					expect(message).toMatchObject({ text, content: card });
				}
				for (const message of await read({ cardFormat: 'raw_card_content' }, true)) {
					expect(message).toMatchObject({ text, content: { card_schema: 2 } });
				}
			});

			it('are a placeholder when they are simplified, and it is no text', async () => {
				for (const message of await read({ cardFormat: 'simplified' }, true)) {
					expect(message.text).toBe('Release 1.2');
					expect(message).not.toHaveProperty('attachments');
				}
			});

			it('refuse a form that does not exist before anything is sent', async () => {
				const { error } = await run('get', { messageId: 'om_1', options: { cardFormat: 'pdf' } });
				expect(error?.message).toMatch(/Card Format/);
				expect(lark.sandbox.requests).toEqual([]);
			});
		});

		it('refuses an invalid message ID before anything is sent', async () => {
			const { error } = await run('get', { messageId: group.chatId });
			expect(error?.message).toMatch(/message IDs start with om_/);
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('reports that there is no such message', async () => {
			const { error } = await run('get', { messageId: 'om_0' });
			expect(error?.message).toMatch(/om_0/);
		});
	});

	describe('Get Many', () => {
		const texts = async (parameters: INodeParameters) => {
			const { items, error } = await run('getAll', parameters);
			expect(error).toBeUndefined();
			return items.map(({ json }) => json.text);
		};
		const ofGroup = () => ({ container: 'chat', chatId: byId(group.chatId) });

		it('returns one item per message, the newest first, over all pages', async () => {
			for (let i = 1; i <= 60; i++) say(`Message ${i}`);
			const all = await texts({ ...ofGroup(), returnAll: true });
			expect(all).toHaveLength(60);
			expect(all[0]).toBe('Message 60');
			expect(await texts({ ...ofGroup(), limit: 2 })).toEqual(['Message 60', 'Message 59']);
			const options = { sort_type: 'ByCreateTimeAsc' };
			expect(await texts({ ...ofGroup(), limit: 1, options })).toEqual(['Message 1']);
		});

		it('returns only messages in the time range', async () => {
			for (const [text, time] of Object.entries({ early: 8, middle: 12, late: 20 })) {
				say(text).createTime = new Date(2026, 0, 1, time).getTime();
			}
			const hours = (start: number, end: number) => ({
				start_time: new Date(2026, 0, 1, start).toISOString(),
				end_time: new Date(2026, 0, 1, end).toISOString(),
			});
			expect(await texts({ ...ofGroup(), options: hours(9, 13) })).toEqual(['middle']);
			lark.reset();
			const { error } = await run('getAll', { ...ofGroup(), options: hours(13, 9) });
			expect(error?.message).toBe('End Time is not after Start Time');
			const options = { start_time: 'yesterday-ish' };
			expect((await run('getAll', { ...ofGroup(), options })).error?.message).toMatch(
				/^Start Time/,
			);
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('reads times without a zone in the time zone of the workflow', async () => {
			const options = { start_time: '2026-01-01T00:00:00', end_time: '2026-01-02T00:00:00' };
			await run('getAll', { ...ofGroup(), options });
			expect(lark.sandbox.requests.at(-1)?.query).toMatchObject({
				start_time: String(Date.UTC(2026, 0, 1, 5) / 1_000),
				end_time: String(Date.UTC(2026, 0, 2, 5) / 1_000),
			});
		});

		it.each([
			['an ISO time', '2026-01-01T00:00:00Z'],
			['seconds', 1_767_225_600],
			['milliseconds as text, as Lark has them', '1767225600000'],
			['a Luxon date', '={{ DateTime.fromISO("2026-01-01T00:00:00Z") }}'],
			['a date of JavaScript', '={{ new Date(1767225600000) }}'],
		])('takes %s for a time', async (_kind, start_time) => {
			const { error } = await run('getAll', { ...ofGroup(), options: { start_time } });
			expect(error).toBeUndefined();
			expect(lark.sandbox.requests.at(-1)?.query).toMatchObject({ start_time: '1767225600' });
		});

		it('returns the messages of a thread without the time range of the chat', async () => {
			const { messageId } = say('A question');
			await run('reply', { messageId, text: 'An answer', options: { reply_in_thread: true } });
			say('Something else');
			const threadId = lark.sandbox.world.message(messageId)!.threadId;
			const options = { start_time: '2020-01-01T00:00:00', sort_type: 'ByCreateTimeAsc' };
			const thread = { container: 'thread', threadId, options };
			expect(await texts(thread)).toEqual(['A question', 'An answer']);
		});

		it('returns the roots of a group of the thread form, whose threads it then reads', async () => {
			group.settings.group_message_type = 'thread';
			const { messageId } = say('A question');
			say('Something else');
			await run('reply', { messageId, text: 'An answer' });
			group.settings.group_message_type = 'chat';
			const { items } = await run('getAll', ofGroup());
			expect(items.map(({ json }) => json)).toMatchObject([
				{ text: 'Something else', thread_id: expect.stringMatching(/^omt_/) },
				{ text: 'A question', thread_id: expect.stringMatching(/^omt_/) },
			]);
			const thread = { container: 'thread', threadId: String(items[1].json.thread_id) };
			expect(await texts(thread)).toEqual(['An answer', 'A question']);
		});

		it.each([
			[{ container: 'chat', chatId: byId('Ops') }, /chat IDs start with oc_/],
			[{ container: 'thread', threadId: 'om_1' }, /thread IDs start with omt_/],
		])('refuses %j before anything is sent', async (parameters, message) => {
			const { error } = await run('getAll', parameters);
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Delete', () => {
		it('recalls a message of the bot', async () => {
			const message = await sent();
			const { items } = await run('delete', { messageId: message.messageId });
			expect(items[0].json).toEqual({ deleted: true, message_id: message.messageId });
			expect(message.deleted).toBe(true);
		});

		it('reports that the bot cannot recall the message of a person', async () => {
			const message = say('Mine');
			const { error } = await run('delete', { messageId: message.messageId });
			expect(error?.message).toBe('No permission to recall this message');
			expect(message.deleted).toBe(false);
		});
	});
});
