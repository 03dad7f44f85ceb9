import type { INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../sandbox';
import type { NodeGiven } from './harness';
import { byId, items as incoming, openLarkNode, type LarkNode } from './lark-node';
import { code } from './set-ups/lark';

describe('Lark node: announcement and top notice of a chat', () => {
	let lark: LarkNode;
	let group: Chat;

	beforeAll(async () => {
		lark = await openLarkNode();
		group = lark.sandbox.world.chats.find(({ name }) => name === 'Incident Response')!;
	});
	beforeEach(() => {
		lark.reset();
		Object.assign(group.announcement, { kind: 'doc', revision: 12, blocks: [] });
		group.topNotice = undefined;
		group.bots = [lark.sandbox.app.appId];
	});
	afterAll(async () => await lark.sandbox.close());

	const run = async (
		operation: string,
		parameters: INodeParameters = {},
		given?: Partial<NodeGiven>,
	) =>
		await lark.run(
			{ resource: 'chat', operation, chatId: byId(group.chatId), ...parameters },
			given,
		);

	describe('Get Announcement', () => {
		it('returns the content of an announcement of the old kind', async () => {
			const { items, error } = await run('getAnnouncement', {
				options: { user_id_type: 'user_id' },
			});
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({
				chat_id: group.chatId,
				announcement_type: 'doc',
				revision: '12',
				content: expect.stringContaining('"blocks":[]'),
				owner_id: group.ownerId,
			});
		});

		it('returns what Lark gives for an announcement of the new kind', async () => {
			group.announcement.kind = 'docx';
			const { items, error } = await run('getAnnouncement');
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({
				chat_id: group.chatId,
				announcement_type: 'docx',
				revision_id: 12,
			});
		});

		it('reports that the bot is not in the chat', async () => {
			group.bots = [];
			const { error } = await run('getAnnouncement');
			expect(error).toMatchObject(code(232011));
		});
	});

	describe('Update Announcement', () => {
		const texts = () =>
			(group.announcement.blocks as Array<{ paragraph: { elements: unknown[] } }>).map(
				({ paragraph }) => paragraph.elements[0],
			);

		it('appends a text, one paragraph per line', async () => {
			const { items, error } = await run('updateAnnouncement', { text: 'First\nSecond' });
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({ chat_id: group.chatId, success: true });
			expect(texts()).toMatchObject([
				{ textRun: { text: 'First' } },
				{ textRun: { text: 'Second' } },
			]);
			expect(group.announcement.revision).toBe(13);
		});

		it('accepts edits in the format of Lark, as JSON or from an expression', async () => {
			const edit = {
				requestType: 'InsertBlocksRequestType',
				insertBlocksRequest: {
					payload: JSON.stringify({ blocks: [{ type: 'horizontalLine' }] }),
					location: { zoneId: '0', index: 0 },
				},
			};
			await run('updateAnnouncement', { updateWith: 'edits', edits: JSON.stringify([edit]) });
			await run(
				'updateAnnouncement',
				{ updateWith: 'edits', edits: '={{ $json.edit }}' },
				{ items: incoming({ edit }) },
			);
			expect(group.announcement.blocks).toEqual(Array(2).fill({ type: 'horizontalLine' }));
		});

		it.each<[INodeParameters, RegExp]>([
			[{ text: '={{ "" }}' }, /^Text is empty/],
			[{ updateWith: 'edits', edits: '[]' }, /^Edits is empty/],
			[{ updateWith: 'edits', edits: '[{' }, /^Edits is not valid JSON/],
			[{ updateWith: 'edits', edits: '[1]' }, /^Edits must be a list of objects/],
		])('refuses %j before anything is sent', async (parameters, message) => {
			const { error } = await run('updateAnnouncement', parameters);
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('reports what to do about an announcement of the new kind', async () => {
			group.announcement.kind = 'docx';
			const { error } = await run('updateAnnouncement', { text: 'More' });
			expect(error).toMatchObject({
				message: expect.stringContaining('new kind (docx)'),
				description: expect.stringMatching(/HTTP Request.*Lark code 232097/),
			});
		});
	});

	describe('Set Top Notice and Clear Top Notice', () => {
		it('shows a message, then the announcement, then nothing', async () => {
			const [from] = lark.sandbox.world.users;
			const { messageId } = lark.sandbox.say({ from, chat: group.chatId, text: 'Read this' });
			const { items, error } = await run('setTopNotice', { messageId });
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({ chat_id: group.chatId, success: true });
			expect(group.topNotice).toEqual({ kind: 'message', messageId });
			await run('setTopNotice', { action_type: '2' });
			expect(group.topNotice).toEqual({ kind: 'announcement' });
			const cleared = await run('clearTopNotice');
			expect(cleared.items[0].json).toEqual({ chat_id: group.chatId, success: true });
			expect(group.topNotice).toBeUndefined();
		});

		it('refuses an invalid message ID before anything is sent', async () => {
			const { error } = await run('setTopNotice', { messageId: 'oc_1' });
			expect(error?.message).toMatch(/^Message ID cannot be "oc_1"/);
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('reports that the message is not in this chat', async () => {
			const { error } = await run('setTopNotice', { messageId: 'om_1' });
			expect(error).toMatchObject(code(232001));
		});
	});
});
