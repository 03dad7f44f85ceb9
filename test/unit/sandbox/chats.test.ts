import { bench, stoppedClock, type SandboxSetup } from './support';

async function names(b: SandboxSetup, path: string, query: Record<string, string> = {}) {
	const { data } = (await b.call('GET', path, { query })).body;
	return data.items.map((item) => item.name);
}

describe('chat list', () => {
	it('has the groups of the bot: no others, no dissolved ones, no p2p chats', async () => {
		const b = await bench();
		const { world, app } = b.sandbox;
		world.openP2p(b.alice.userId, { type: 'app', appId: app.appId });
		world.chats[1].status = 'dissolved';
		expect(await names(b, 'im/v1/chats')).toEqual(['Incident Response', 'Customer Support']);
	});

	it('sorts by activity when asked', async () => {
		const { clock, advance } = stoppedClock();
		const b = await bench({ clock });
		advance(1_000);
		await b.sendText('Hi', { chat: b.sandbox.world.chats[2].chatId });
		const query = { sort_type: 'ByActiveTimeDesc' };
		expect((await names(b, 'im/v1/chats', query))[0]).toBe('Customer Support');
		expect((await names(b, 'im/v1/chats'))[0]).toBe('Incident Response');
	});

	it.each([
		['page_size', '0'],
		['page_token', 'made-up'],
	])('%s=%s: 232001', async (name, value) => {
		const b = await bench();
		const answer = await b.call('GET', 'im/v1/chats', { query: { [name]: value } });
		expect([answer.status, answer.body.code]).toEqual([400, 232001]);
	});

	it('is the list of the user with a user token', async () => {
		const b = await bench();
		const frank = b.sandbox.world.users[5];
		const token = b.sandbox.issueUserToken(b.sandbox.openIdOf(frank));
		const { data } = (await b.call('GET', 'im/v1/chats', { token })).body;
		expect(data.items.map((item) => item.name)).toEqual(['Incident Response']);
	});
});

describe('chat list by types', () => {
	interface Listed {
		name: string;
		chat_mode?: string;
		p2p_target_type?: string;
		p2p_target_id?: string;
	}

	async function listed(b: SandboxSetup, types: string | undefined, token?: string) {
		const query = types === undefined ? undefined : { types };
		const { body } = await b.call('GET', 'im/v1/chats', { query, token });
		return body.data.items as Listed[];
	}

	async function withDirectChats() {
		const b = await bench();
		const { world, app } = b.sandbox;
		const [alice, bob] = world.users;
		world.openP2p(alice.userId, { type: 'app', appId: app.appId });
		world.openP2p(bob.userId, { type: 'user', userId: alice.userId });
		const token = b.sandbox.issueUserToken(b.sandbox.openIdOf(alice));
		return { b, token, bob };
	}

	it('has the p2p chats of a person, with whom they talk', async () => {
		const { b, token, bob } = await withDirectChats();
		const { name, botOpenId } = b.sandbox.app;
		const direct = { chat_mode: 'p2p' };
		expect(await listed(b, 'p2p', token)).toEqual([
			expect.objectContaining({
				...direct,
				name,
				p2p_target_type: 'bot',
				p2p_target_id: botOpenId,
			}),
			expect.objectContaining({
				...direct,
				name: 'Bob Miller',
				p2p_target_type: 'user',
				p2p_target_id: b.sandbox.openIdOf(bob),
			}),
		]);
	});

	it('has both kinds when both are named, and groups alone when nothing is', async () => {
		const { b, token } = await withDirectChats();
		const modes = async (types?: string) =>
			(await listed(b, types, token)).map(({ chat_mode }) => chat_mode);
		expect(new Set(await modes('p2p,group'))).toEqual(new Set(['p2p', 'group']));
		expect(new Set(await modes('group'))).toEqual(new Set(['group']));
		expect(new Set(await modes())).toEqual(new Set([undefined]));
	});

	it('has no p2p chats for a bot', async () => {
		const { b } = await withDirectChats();
		expect(await listed(b, 'p2p')).toEqual([]);
	});

	it.each(['topic', 'p2p,', ',', 'P2P'])('types=%s: 232001', async (types) => {
		const b = await bench();
		const answer = await b.call('GET', 'im/v1/chats', { query: { types } });
		expect(answer.body.code).toBe(232001);
	});
});

describe('what the official SDK knows of a group', () => {
	const FACTS = { labels: ['vip'], toolkit_ids: ['1'], pin_manage_setting: 'only_owner' };

	it('can be set when the group is made, and is read back', async () => {
		const b = await bench();
		const body = { name: 'Vault', ...FACTS, chat_tags: ['t'], external: true };
		const made = (await b.call('POST', 'im/v1/chats', { body })).body;
		expect(made.data).toMatchObject({ ...FACTS, external: true });
		expect(made.data).not.toHaveProperty('chat_tags');
		const read = (await b.call('GET', `im/v1/chats/${made.data.chat_id}`)).body.data;
		expect(read).toMatchObject({ ...FACTS, external: true });
		const listed = (await b.call('GET', 'im/v1/chats')).body.data.items;
		expect(listed.at(-1)).toMatchObject({ name: 'Vault', labels: ['vip'], external: true });
	});

	it('can be changed', async () => {
		const b = await bench();
		const path = `im/v1/chats/${b.group.chatId}`;
		b.group.ownerId = b.sandbox.app.appId;
		expect((await b.call('PUT', path, { body: FACTS })).body.code).toBe(0);
		expect((await b.call('GET', path)).body.data).toMatchObject(FACTS);
	});

	it('is checked like everything else', async () => {
		const b = await bench();
		const body = { name: 'Vault', pin_manage_setting: 'nobody' };
		expect((await b.call('POST', 'im/v1/chats', { body })).body.code).toBe(99992402);
	});
});

describe('chat search', () => {
	it.each([
		['team', ['Product Team']],
		['PROD', ['Product Team']],
		['product-team', ['Product Team']],
		['frank', ['Incident Response']],
		['Leadership', []],
		['', []],
		['x'.repeat(65), []],
	])('%j', async (query, expected) => {
		const b = await bench();
		expect(await names(b, 'im/v1/chats/search', { query })).toEqual(expected);
	});

	it('pages', async () => {
		const b = await bench({ seed: { chats: 30 } });
		const query = { query: 'project', page_size: '20' };
		const first = (await b.call('GET', 'im/v1/chats/search', { query })).body.data;
		expect([first.items.length, first.has_more]).toEqual([20, true]);
		const next = { ...query, page_token: first.page_token };
		expect(await names(b, 'im/v1/chats/search', next)).toHaveLength(7);
		const other = { ...next, query: 'pro' };
		const refused = await b.call('GET', 'im/v1/chats/search', { query: other });
		expect(refused.body.code).toBe(232001);
	});
});

describe('one chat', () => {
	it('has no owner_id when a bot owns it, and no name when it has none', async () => {
		const b = await bench();
		const { world, app } = b.sandbox;
		const shown = async (chatId: string) =>
			(await b.call('GET', `im/v1/chats/${chatId}`)).body.data;
		expect(await shown(b.group.chatId)).toMatchObject({
			name: b.group.name,
			owner_id: b.sandbox.openIdOf(b.alice),
			owner_id_type: 'open_id',
		});
		b.group.ownerId = app.appId;
		const p2p = world.openP2p(b.alice.userId, { type: 'app', appId: app.appId });
		for (const data of [await shown(b.group.chatId), await shown(p2p.chatId)]) {
			expect(data).not.toHaveProperty('owner_id');
			expect(data).not.toHaveProperty('owner_id_type');
		}
		expect(await shown(p2p.chatId)).not.toHaveProperty('name');
	});

	it('has no field of groups when it is a p2p chat', async () => {
		const b = await bench();
		const { world, app } = b.sandbox;
		const fieldsOf = async (chatId: string) =>
			Object.keys((await b.call('GET', `im/v1/chats/${chatId}`)).body.data);
		const p2p = world.openP2p(b.alice.userId, { type: 'app', appId: app.appId });
		const [ofGroup, ofP2p] = [await fieldsOf(b.group.chatId), await fieldsOf(p2p.chatId)];
		expect(ofGroup.filter((field) => !ofP2p.includes(field)).sort()).toEqual([
			'add_member_permission',
			'at_all_permission',
			'chat_tag',
			'chat_type',
			'group_message_type',
			'join_message_visibility',
			'leave_message_visibility',
			'membership_approval',
			'name',
			'owner_id',
			'owner_id_type',
			'share_card_permission',
		]);
		expect(ofP2p).toEqual(expect.arrayContaining(['chat_mode', 'edit_permission', 'user_count']));
	});

	it('shows outsiders only name, avatar, counts and status', async () => {
		const b = await bench();
		b.group.bots = [];
		const { data } = (await b.call('GET', `im/v1/chats/${b.group.chatId}`)).body;
		expect(Object.keys(data).sort()).toEqual([
			'avatar',
			'bot_count',
			'chat_status',
			'name',
			'user_count',
		]);
	});

	it('lists its people as the ID type that is asked for, but no bots', async () => {
		const b = await bench();
		const path = `im/v1/chats/${b.group.chatId}/members`;
		const query = { member_id_type: 'user_id', page_size: '4' };
		const first = (await b.call('GET', path, { query })).body.data;
		expect(first.items[0]).toMatchObject({ member_id: b.alice.userId, name: 'Alice Chen' });
		expect(first).toMatchObject({ member_total: 6, has_more: true });
		const next = { ...query, page_token: first.page_token };
		expect(await names(b, path, next)).toEqual(['Emma Novak', 'Frank Osei']);
	});

	it('refuses what does not exist (232006), is foreign (232011) or dissolved (232009)', async () => {
		const b = await bench();
		const path = `im/v1/chats/${b.group.chatId}/members`;
		expect((await b.call('GET', 'im/v1/chats/oc_0/members')).body.code).toBe(232006);
		b.group.bots = [];
		expect((await b.call('GET', path)).body.code).toBe(232011);
		b.group.status = 'dissolved';
		expect((await b.call('GET', path)).body.code).toBe(232009);
	});
});

describe('contacts', () => {
	it('refuses an unknown user (41012) and one outside the availability (41050)', async () => {
		const b = await bench();
		const path = `contact/v3/users/${b.sandbox.openIdOf(b.alice)}`;
		expect((await b.call('GET', 'contact/v3/users/ou_0')).body.code).toBe(41012);
		b.sandbox.app.availability = [];
		expect((await b.call('GET', path)).body.code).toBe(41050);
	});

	describe('of a person', () => {
		/** The fields of Frank, who reports to others, as both APIs give them. */
		const fields = async (scopes: string[], asUser = false) => {
			const b = await bench();
			const { world } = b.sandbox;
			const frank = world.users.find(({ name }) => name === 'Frank Osei')!;
			const needed = [...scopes, 'contact:contact.base:readonly'];
			const token = asUser
				? b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice), needed)
				: undefined;
			b.sandbox.app.scopes = needed;
			const one = await b.call('GET', `contact/v3/users/${b.sandbox.openIdOf(frank)}`, { token });
			const query = { department_id: '0' };
			const all = await b.call('GET', 'contact/v3/users/find_by_department', { query, token });
			const people = all.body.data.items as unknown as Array<Record<string, unknown>>;
			const got = one.body.data.user;
			return { got, listed: people.find(({ open_id }) => open_id === got.open_id)! };
		};
		const always = ['union_id', 'open_id', 'mobile_visible'];

		it.each([
			['contact:user.base:readonly', ['name', 'en_name', 'nickname', 'avatar']],
			['contact:user.email:readonly', ['email']],
			['contact:user.phone:readonly', ['mobile']],
			['contact:user.gender:readonly', ['gender']],
			['contact:user.employee_id:readonly', ['user_id']],
			[
				'contact:user.employee:readonly',
				[
					...['status', 'city', 'country', 'work_station', 'join_time', 'is_tenant_manager'],
					...['employee_no', 'employee_type', 'custom_attrs', 'enterprise_email', 'job_title'],
				],
			],
			['contact:user.employee_number:read', ['employee_no']],
			['contact:user.department:readonly', ['department_ids', 'leader_user_id', 'orders']],
			['contact:user.user_geo', ['geo']],
			['contact:user.job_level:readonly', ['job_level_id']],
			['contact:user.job_family:readonly', ['job_family_id']],
			['contact:user.dotted_line_leader_info.read', ['dotted_line_leader_user_ids']],
			['im:chat', []],
		])('%s gives %j', async (scope, more) => {
			const { got, listed } = await fields([scope]);
			expect(Object.keys(got).sort()).toEqual([...always, ...more].sort());
			expect(Object.keys(listed).sort()).toEqual([...always, ...more, 'is_frozen'].sort());
		});

		it('contact:contact:readonly gives what is in the directory, but no addresses and no IDs', async () => {
			const { got } = await fields(['contact:contact:readonly']);
			expect(got).toMatchObject({ nickname: 'Frank', job_title: 'Engineer', gender: 0 });
			for (const field of ['email', 'mobile', 'user_id', 'geo', 'job_level_id', 'assign_info']) {
				expect(got).not.toHaveProperty(field);
			}
		});

		it('licenses come with their scope from one API, the path with a user token', async () => {
			const scopes = ['contact:user.assign_info:read', 'contact:user.department_path:readonly'];
			const asBot = await fields(scopes);
			expect(asBot.got).toHaveProperty('assign_info');
			expect(asBot.listed).not.toHaveProperty('assign_info');
			expect(asBot.got).not.toHaveProperty('department_path');
			const asUser = await fields(scopes, true);
			for (const person of [asUser.got, asUser.listed]) {
				expect(person).toMatchObject({ department_path: [{ department_id: '0' }] });
			}
		});
	});

	it('finds who left only when asked', async () => {
		const b = await bench();
		b.alice.resigned = true;
		const find = async (include_resigned: boolean) => {
			const body = { mobiles: [b.alice.mobile], include_resigned };
			const query = { user_id_type: 'user_id' };
			const answer = await b.call('POST', 'contact/v3/users/batch_get_id', { query, body });
			return answer.body.data.user_list[0].user_id;
		};
		expect(await find(false)).toBeUndefined();
		expect(await find(true)).toBe(b.alice.userId);
	});
});
