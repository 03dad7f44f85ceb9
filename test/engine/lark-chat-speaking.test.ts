import type { INodeParameters } from 'n8n-workflow';

import type { Chat, User } from '../../sandbox';
import { byId, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: speaking permissions of a chat', () => {
	let lark: LarkNode;
	let group: Chat;
	let people: User[];

	beforeAll(async () => {
		lark = await openLarkNode({ seed: { users: 120 } });
		group = lark.sandbox.world.chats.find(({ name }) => name === 'Incident Response')!;
		people = lark.sandbox.world.users;
	});
	beforeEach(() => {
		lark.reset();
		group.ownerId = lark.sandbox.app.appId;
		group.settings.moderation_permission = 'all_members';
		group.moderators = [];
	});
	afterAll(async () => await lark.sandbox.close());

	const run = async (operation: string, parameters: INodeParameters = {}) =>
		await lark.run({ resource: 'chat', operation, chatId: byId(group.chatId), ...parameters });
	const update = async (moderation_setting: string, additionalFields: INodeParameters = {}) =>
		await run('updateSpeakingPermissions', { moderation_setting, additionalFields });

	it('returns the setting and everybody on the list, over all pages', async () => {
		group.settings.moderation_permission = 'moderator_list';
		group.moderators = people.map(({ userId }) => userId);
		const { items, error } = await run('getSpeakingPermissions', {
			options: { user_id_type: 'user_id' },
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(items[0].json).toMatchObject({
			chat_id: group.chatId,
			moderation_setting: 'moderator_list',
			items: group.moderators.map((user_id) => ({ user_id, user_id_type: 'user_id' })),
		});
	});

	it('reads a short list in one request', async () => {
		const { items } = await run('getSpeakingPermissions');
		expect(items[0].json).toMatchObject({ moderation_setting: 'all_members', items: [] });
		expect(lark.sandbox.requests.filter(({ path }) => path.endsWith('/moderation'))).toHaveLength(
			1,
		);
	});

	it('lets only owner and managers speak', async () => {
		const { items, error } = await update('only_owner', { allow: 'hidden and not read' });
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({ chat_id: group.chatId, success: true });
		expect(group.settings.moderation_permission).toBe('only_owner');
	});

	it('lets chosen members speak', async () => {
		group.moderators = [people[0].userId];
		const { error } = await update('moderator_list', {
			allow: `${people[1].userId}, ${people[2].userId}`,
			disallow: people[0].userId,
		});
		expect(error).toBeUndefined();
		expect(group.settings.moderation_permission).toBe('moderator_list');
		expect(group.moderators).toEqual([people[1].userId, people[2].userId]);
	});

	it.each<[INodeParameters, RegExp]>([
		[{ allow: 'ou_1', disallow: 'ou_1' }, /both contain "ou_1"/],
		[{ allow: 'ou_1', disallow: 'on_2' }, /^Allow and Stop Allowing has IDs of several kinds/],
		[{ allow: 'cli_1' }, /^Allow cannot have "cli_1"/],
	])('refuse %j before anything is sent', async (fields, message) => {
		const { error } = await update('moderator_list', fields);
		expect(error?.message).toMatch(message);
		expect(lark.sandbox.requests).toEqual([]);
	});

	it('reports that the bot must be the owner', async () => {
		group.ownerId = people[0].userId;
		const { error } = await update('only_owner');
		expect(error).toMatchObject({ description: expect.stringContaining('Lark code 232017') });
	});
});
