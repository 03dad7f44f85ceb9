import type { INodeParameters } from 'n8n-workflow';

import type { User } from '../../sandbox';
import { items as incoming, type LarkNode } from './lark-node';
import { useChats } from './set-ups/chats';
import { code } from './set-ups/lark';

describe('Lark node: making chats', () => {
	let lark: LarkNode;
	let people: User[];
	let appId: string;
	const { create, made, open } = useChats((setup) => ({ lark, people, appId } = setup));

	it('makes a private group of the bot from a name alone', async () => {
		const { items, error } = await create('Incident 4711');
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(items[0].json).toMatchObject({ name: 'Incident 4711', chat_type: 'private' });
		expect(made()).toMatchObject([
			{ chatId: items[0].json.chat_id, ownerId: appId, members: [], bots: [appId] },
		]);
	});

	it('invites people and bots, and hands the group over', async () => {
		const other = lark.sandbox.registerApp();
		const { error } = await create('Launch', {
			owner: open(people[0]),
			members: `${open(people[1])}, ${open(people[2])}`,
			bots: `={{ ${JSON.stringify([other.appId])} }}`,
			set_bot_manager: true,
			description: 'Ready',
			chat_type: 'public',
			group_message_type: 'thread',
			edit_permission: 'only_owner',
			i18n_names: { value: { ja_jp: 'ローンチ', en_us: '' } },
			restricted_mode_setting: {
				value: { status: true, download_has_permission_setting: 'not_anyone' },
			},
		});
		expect(error).toBeUndefined();
		expect(made()).toMatchObject([
			{
				description: 'Ready',
				ownerId: people[0].userId,
				members: people.slice(0, 3).map(({ userId }) => userId),
				bots: [appId, other.appId],
				managers: [appId],
				settings: {
					chat_type: 'public',
					group_message_type: 'thread',
					edit_permission: 'only_owner',
					i18n_names: { ja_jp: 'ローンチ' },
					restricted_mode_setting: { status: true },
				},
			},
		]);
	});

	it('makes one group per item when a try fails and n8n runs the node again', async () => {
		let failures = 0;
		const heal = lark.sandbox.intercept(({ path, body }) =>
			path.endsWith('/chats') && JSON.stringify(body).includes('Second') && failures++ < 1
				? { status: 502, body: '<html>Bad gateway</html>' }
				: undefined,
		);
		const { error } = await lark.run(
			{ resource: 'chat', operation: 'create', name: '={{ $json.name }}' },
			{ items: incoming({ name: 'First' }, { name: 'Second' }), retryOnFail: true },
		);
		heal();
		expect(error).toBeUndefined();
		expect(made().map(({ name }) => name)).toEqual(['First', 'Second']);
	});

	it.each<[string, string, INodeParameters, RegExp]>([
		['an empty name', '={{ "" }}', {}, /^Name is empty/],
		['two owners', 'A', { owner: 'ou_1,ou_2' }, /^Owner has more than one ID/],
		[
			'mixed people',
			'A',
			{ owner: 'ou_1', members: 'on_2' },
			/^Owner and Members has IDs of several/,
		],
		['a bot as member', 'A', { members: 'cli_1' }, /^Members cannot have "cli_1"/],
		['a person as bot', 'A', { bots: 'ou_1' }, /^Bots cannot have "ou_1"/],
		['six bots', 'A', { bots: 'cli_1,cli_2,cli_3,cli_4,cli_5,cli_6' }, /^Bots has 6 entries/],
		['an object as text', 'A', { description: '={{ { a: 1 } }}' }, /^Description is an object/],
	])('refuses %s before anything is sent', async (_case, name, fields, message) => {
		const { error } = await create(name, fields);
		expect(error?.message).toMatch(message);
		expect(lark.sandbox.requests).toEqual([]);
	});

	it('refuses more than 50 people before anything is sent', async () => {
		const { error } = await create('All', { members: people.slice(0, 51).map(open).join() });
		expect(error).toMatchObject({
			message: expect.stringMatching(/^Members has 51 entries/),
			description: expect.stringContaining('Chat Member'),
		});
		expect(lark.sandbox.requests).toEqual([]);
	});

	it('reports why Lark refuses a chat', async () => {
		const { error } = await create('X', { chat_type: 'public' });
		expect(error).toMatchObject(code(232020));
		expect(made()).toEqual([]);
	});
});
