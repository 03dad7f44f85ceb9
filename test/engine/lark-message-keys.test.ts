import { byId } from './lark-node';
import { useSending } from './sending';

describe('Lark node: messages by key, shared cards and dividers', () => {
	const setup = useSending();
	const { send, stored, refused, uploaded } = setup;

	describe('by key', () => {
		it.each([
			['file', 'file', 'pdf'],
			['audio', 'file', 'opus'],
			['media', 'file', 'mp4'],
			['sticker', 'sticker', 'sticker'],
		] as const)('sends %s', async (msgType, kind, type) => {
			const file_key = uploaded(`key-of-${msgType}`, kind, type);
			expect(await stored(msgType, { source: 'key', fileKey: ` ${file_key} ` })).toEqual([
				{ type: msgType, content: { file_key } },
			]);
		});

		it('sends an image, and a video with a cover', async () => {
			const image_key = uploaded('img_v3_1', 'image', 'message');
			const file_key = uploaded('video', 'file', 'mp4');
			await stored('image', { source: 'key', imageKey: image_key });
			expect(
				await stored('media', { source: 'key', fileKey: file_key, coverKey: image_key }),
			).toEqual([
				{ type: 'image', content: { image_key } },
				{ type: 'media', content: { file_key, image_key } },
			]);
		});

		it.each([
			['image', { source: 'key', imageKey: '={{ $json.missing }}' }, /Image Key is empty/],
			['image', { source: 'key', imageKey: 'https://example.com/a.png' }, /Image Key cannot be/],
			['file', { source: 'key', fileKey: 'report.pdf' }, /File Key cannot be/],
			[
				'media',
				{ source: 'key', fileKey: 'video', coverKey: 'cover.png' },
				/Cover Image Key cannot be/,
			],
		])('refuses for %s %j before anything is sent', refused);
	});

	describe('shared chats, shared people and dividers', () => {
		it('shares a group', async () => {
			const { chatId: chat_id } = setup.lark.sandbox.world.chats[1];
			expect(await stored('share_chat', { sharedChatId: byId(chat_id) })).toEqual([
				{ type: 'share_chat', content: { chat_id } },
			]);
		});

		it('shares a person', async () => {
			const user_id = setup.lark.sandbox.openIdOf(setup.lark.sandbox.world.users[1]);
			const { email } = setup.lark.sandbox.world.users[1];
			for (const sharedUserId of [user_id, email]) {
				expect(await stored('share_user', { sharedUserId })).toEqual([
					{ type: 'share_user', content: { user_id } },
				]);
				setup.group.messages.length = 0;
			}
		});

		it('sends a divider to a person', async () => {
			const [person] = setup.lark.sandbox.world.users;
			const { items: output, error } = await send(
				'system',
				{ dividerText: 'New session' },
				setup.lark.sandbox.openIdOf(person),
			);
			expect(error).toBeUndefined();
			expect(output[0].json.msg_type).toBe('system');
		});

		it.each([
			['share_chat', { sharedChatId: byId('om_1') }, /chat IDs start with oc_/],
			['share_user', { sharedUserId: 'on_1' }, /Person to Share cannot be the union_id/],
			['system', { dividerText: 'More than twenty characters' }, /too long: 27 of at most 20/],
		])('refuses for %s %j before anything is sent', refused);
	});

	it('sends them as replies', async () => {
		const { items: sent } = await send('text', { text: 'Hello' });
		const { error } = await setup.lark.run({
			resource: 'message',
			operation: 'reply',
			messageId: String(sent[0].json.message_id),
			msgType: 'image',
			source: 'key',
			imageKey: uploaded('img_v3_1', 'image', 'message'),
		});
		expect(error).toBeUndefined();
		expect(setup.group.messages.map(({ msgType }) => msgType)).toEqual(['text', 'image']);
	});
});
