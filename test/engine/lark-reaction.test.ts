import type { INodeParameters } from 'n8n-workflow';

import type { Message } from '../../sandbox';
import { byId, type LarkNode } from './lark-node';
import { useMessage } from './set-ups/message';

describe('Lark node: reactions', () => {
	let lark: LarkNode;
	let message: Message;
	const { by } = useMessage((setup) => ({ lark, message } = setup));

	const run = async (operation: string, parameters: INodeParameters = {}) =>
		await lark.run({
			resource: 'reaction',
			operation,
			messageId: message.messageId,
			...parameters,
		});

	describe('Add', () => {
		it.each(['THUMBSUP', 'Thumbs up'])('reacts with %s, as the bot', async (emoji) => {
			const { items, error } = await run('add', { emoji: byId(emoji) });
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({
				message_id: message.messageId,
				reaction_id: message.reactions[0].reactionId,
				reaction_type: { emoji_type: 'THUMBSUP' },
				operator: { operator_id: lark.sandbox.app.appId, operator_type: 'app' },
			});
		});

		it('lists the emoji by name', async () => {
			const { results } = await lark.pick('searchEmoji', { filter: 'thumbs' });
			expect(results).toEqual([
				{ name: 'Thumbs up', value: 'THUMBSUP' },
				{ name: 'Thumbs down', value: 'ThumbsDown' },
			]);
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('reports that Lark does not know an emoji', async () => {
			const { error } = await run('add', { emoji: byId('ROCKET') });
			expect(error?.message).toBe('reaction type is invalid');
		});

		it.each([
			[{ emoji: byId('🚀') }, /^Emoji cannot be/],
			[{ emoji: byId('OK'), messageId: 'oc_1' }, /message IDs start with om_/],
		])('refuses %j before anything is sent', async (parameters, text) => {
			const { error } = await run('add', parameters);
			expect(error?.message).toMatch(text);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Remove', () => {
		it('finds the reaction of the bot by its emoji, behind those of others', async () => {
			message.reactions.push(...Array.from({ length: 60 }, () => by(1, 'OK')));
			await run('add', { emoji: byId('OK') });
			const { items, error } = await run('remove', { removeBy: 'emoji', emoji: byId('OK') });
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({ deleted: true, message_id: message.messageId });
			expect(message.reactions).toHaveLength(60);
			expect(message.reactions.every(({ operator }) => operator.type === 'user')).toBe(true);
		});

		it('removes by ID', async () => {
			const { items } = await run('add', { emoji: byId('OK') });
			const reactionId = String(items[0].json.reaction_id);
			const { error } = await run('remove', { removeBy: 'id', reactionId });
			expect(error).toBeUndefined();
			expect(message.reactions).toEqual([]);
		});

		it('does not remove the reactions of others, and reports it', async () => {
			message.reactions.push(by(1, 'OK'));
			const emoji = await run('remove', { removeBy: 'emoji', emoji: byId('OK') });
			expect(emoji.error?.message).toBe('The bot has not reacted to this message with OK');
			const id = await run('remove', { removeBy: 'id', reactionId: 'by-1-OK' });
			expect(id.error?.message).toBe('The operator has no permission to delete this reaction');
			expect(message.reactions).toHaveLength(1);
		});

		it.each([
			[{ removeBy: 'id', reactionId: '={{ " " }}' }, /Reaction ID is empty/],
			[{ removeBy: 'emoji', emoji: byId('={{ "" }}') }, /Emoji is empty/],
		])('refuses %j before anything is sent', async (parameters, text) => {
			const { error } = await run('remove', parameters);
			expect(error?.message).toMatch(text);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Get Many', () => {
		it('returns one item per reaction, filtered by emoji if one is chosen', async () => {
			message.reactions.push(by(0, 'OK'), by(1, 'OK'), by(1, 'ThumbsDown'));
			const all = await run('getAll', { returnAll: true });
			expect(all.items.map(({ json }) => json.reaction_id)).toEqual(
				message.reactions.map(({ reactionId }) => reactionId),
			);
			const options = { reaction_type: 'thumbs down', user_id_type: 'user_id' };
			const some = await run('getAll', { options });
			expect(some.items.map(({ json }) => json)).toEqual([
				{
					reaction_id: expect.any(String),
					emoji_type: 'ThumbsDown',
					operator_id: lark.sandbox.world.users[1].userId,
					operator_type: 'user',
					action_time: expect.any(String),
				},
			]);
			const raw = await run('getAll', { options, simple: false });
			expect(raw.items[0].json).toMatchObject({ reaction_type: { emoji_type: 'ThumbsDown' } });
			expect((await run('getAll', { limit: 2 })).items).toHaveLength(2);
		});

		it('refuses a wrong emoji before anything is sent', async () => {
			const { error } = await run('getAll', { options: { reaction_type: ':+1:' } });
			expect(error?.message).toMatch(/^Emoji cannot be/);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});
});
