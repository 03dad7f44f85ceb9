import { bench, stoppedClock, type SandboxSetup, type Request } from './support';

const chatPath = (b: SandboxSetup, rest = '') => `im/v1/chats/${b.group.chatId}${rest}`;

async function code(b: SandboxSetup, method: string, rest: string, request?: Request) {
	return (await b.call(method, chatPath(b, rest), request)).body.code;
}

/** The first group, owned by the bot. */
async function owned() {
	const b = await bench();
	b.group.ownerId = b.sandbox.app.appId;
	return b;
}

describe('making a chat', () => {
	const create = async (b: SandboxSetup, body: object, query: Record<string, string> = {}) =>
		(await b.call('POST', 'im/v1/chats', { body, query })).body;

	it('happens once per uuid and owner within 10 hours', async () => {
		const { clock, advance } = stoppedClock();
		const b = await bench({ clock });
		const make = async (body: object = {}) =>
			(await create(b, { name: 'New', ...body }, { uuid: 'a' })).data.chat_id;
		const first = await make();
		advance(9 * 60 * 60 * 1_000);
		expect(await make()).toBe(first);
		expect(await make({ owner_id: b.sandbox.openIdOf(b.alice) })).not.toBe(first);
		advance(2 * 60 * 60 * 1_000);
		expect(await make()).not.toBe(first);
	});

	it.each([
		[{ chat_type: 'public' }, 232042],
		[{ chat_type: 'public', name: 'X' }, 232020],
		[{ owner_id: 'ou_0' }, 232043],
		[{ bot_id_list: ['cli_0'] }, 232021],
		[{ restricted_mode_setting: { status: true } }, 232001],
	])('%j: %d', async (body, expected) => {
		expect((await create(await bench(), body)).code).toBe(expected);
	});

	it('refuses who has left (232022)', async () => {
		const b = await bench();
		b.alice.resigned = true;
		const user_id_list = [b.sandbox.openIdOf(b.alice)];
		expect((await create(b, { user_id_list })).code).toBe(232022);
	});
});

describe('changing a chat', () => {
	const update = (b: SandboxSetup, body: object) => code(b, 'PUT', '', { body });

	it('leaves name and description to all members, unless they may not (232002, 232016)', async () => {
		const b = await bench();
		expect(await update(b, { name: 'New' })).toBe(0);
		expect(await update(b, { urgent_setting: 'only_owner' })).toBe(232016);
		b.group.settings.edit_permission = 'only_owner';
		expect(await update(b, { name: 'Newer' })).toBe(232002);
		b.group.managers = [b.sandbox.app.appId];
		expect(await update(b, { name: 'Newer', urgent_setting: 'only_owner' })).toBe(0);
	});

	it('wants add_member_permission and share_card_permission to fit (232001)', async () => {
		const b = await owned();
		expect(await update(b, { add_member_permission: 'only_owner' })).toBe(232001);
		const fitting = { add_member_permission: 'only_owner', share_card_permission: 'not_allowed' };
		expect(await update(b, fitting)).toBe(0);
	});

	it('hands the group over to members only (232035, 232012)', async () => {
		const b = await owned();
		const stranger = b.sandbox.world.addUser({ name: 'Grace Hall' });
		expect(await update(b, { owner_id: 'ou_0' })).toBe(232035);
		expect(await update(b, { owner_id: b.sandbox.openIdOf(stranger) })).toBe(232012);
	});
});

describe('members of a chat', () => {
	const body = (...id_list: string[]) => ({ id_list });

	it('are added by succeed_type: all or some or none', async () => {
		const b = await bench();
		const gone = b.sandbox.world.addUser({ name: 'Grace Hall', resigned: true });
		const fresh = b.sandbox.world.addUser({ name: 'Henry Ito' });
		const ids = [gone, fresh].map((user) => b.sandbox.openIdOf(user));
		const add = (succeed_type: string, ...more: string[]) =>
			code(b, 'POST', '/members', { query: { succeed_type }, body: body(...ids, ...more) });
		expect(await add('2')).toBe(232043);
		expect(await add('0', 'ou_0')).toBe(99992351);
		expect(b.group.members).not.toContain(fresh.userId);
		expect(await add('0')).toBe(0);
		expect(b.group.members).toContain(fresh.userId);
		expect(b.group.members).not.toContain(gone.userId);
	});

	it('are at most 5 bots a call (232001) and 15 in all (232013)', async () => {
		const b = await owned();
		const bots = Array.from({ length: 15 }, () => b.sandbox.registerApp().appId);
		const add = (...ids: string[]) =>
			code(b, 'POST', '/members', { query: { member_id_type: 'app_id' }, body: body(...ids) });
		expect(await add(...bots.slice(0, 6))).toBe(232001);
		expect(await add(...bots.slice(0, 5))).toBe(0);
		expect(await add(...bots.slice(5, 10))).toBe(0);
		expect(await add(...bots.slice(10))).toBe(232013);
	});

	it('are added by managers alone where that is set (232017)', async () => {
		const b = await bench();
		b.group.settings.add_member_permission = 'only_owner';
		const request = { body: body(b.sandbox.openIdOf(b.alice)) };
		expect(await code(b, 'POST', '/members', request)).toBe(232017);
	});

	it('are removed by managers (232014), but the owner is not (232076)', async () => {
		const b = await bench();
		const [alice, bob] = b.sandbox.world.users.map((user) => b.sandbox.openIdOf(user));
		const remove = (id: string) => code(b, 'DELETE', '/members', { body: body(id) });
		expect(await remove(bob)).toBe(232014);
		b.group.managers = [b.sandbox.app.appId];
		expect(await remove(alice)).toBe(232076);
		expect(await remove('ou_0')).toBe(232027);
		expect(await remove(bob)).toBe(0);
	});

	it('join public groups without approval (232008, 232075)', async () => {
		const b = await bench();
		const join = () => code(b, 'PATCH', '/members/me_join');
		expect(await join()).toBe(232008);
		Object.assign(b.group.settings, {
			chat_type: 'public',
			membership_approval: 'approval_required',
		});
		expect(await join()).toBe(232075);
	});
});

describe('managers of a chat', () => {
	it('are named by the owner (232038) among the members (232027), at most 10 (232040)', async () => {
		const b = await bench();
		const users = Array.from({ length: 11 }, (_, i) =>
			b.sandbox.world.addUser({ name: `New ${i}` }),
		);
		const manager_ids = users.map((user) => b.sandbox.openIdOf(user));
		const add = () => code(b, 'POST', '/managers/add_managers', { body: { manager_ids } });
		expect(await add()).toBe(232038);
		b.group.ownerId = b.sandbox.app.appId;
		expect(await add()).toBe(232027);
		b.group.members.push(...users.map(({ userId }) => userId));
		expect(await add()).toBe(232040);
	});
});

describe('what a chat shows and allows', () => {
	it('refuses announcements of the other kind (1772006, 232097) and late changes', async () => {
		const b = await bench();
		const docx = `docx/v1/chats/${b.group.chatId}/announcement`;
		expect((await b.call('GET', docx)).body.code).toBe(1772006);
		const late = { revision: '-100', requests: ['{}'] };
		expect(await code(b, 'PATCH', '/announcement', { body: late })).toBe(232001);
		const odd = { revision: '1', requests: ['{}'] };
		expect(await code(b, 'PATCH', '/announcement', { body: odd })).toBe(232018);
		b.group.announcement.kind = 'docx';
		expect(await code(b, 'GET', '/announcement')).toBe(232097);
		b.group.bots = [];
		expect((await b.call('GET', docx)).body.code).toBe(1772003);
	});

	it('wants the lists of moderation to fit the mode (232001)', async () => {
		const b = await owned();
		const id = b.sandbox.openIdOf(b.alice);
		const update = (body: object) => code(b, 'PUT', '/moderation', { body });
		expect(await update({ moderator_added_list: [id] })).toBe(232001);
		const mode = { moderation_setting: 'moderator_list', moderator_added_list: [id] };
		expect(await update({ ...mode, moderator_removed_list: [id] })).toBe(232001);
		expect(await update(mode)).toBe(0);
	});

	it('shares p2p chats with nobody (232062)', async () => {
		const b = await bench();
		const { appId } = b.sandbox.app;
		const { chatId } = b.sandbox.world.openP2p(b.alice.userId, { type: 'app', appId });
		const answer = await b.call('POST', `im/v1/chats/${chatId}/link`, { body: {} });
		expect(answer.body.code).toBe(232062);
	});
});
