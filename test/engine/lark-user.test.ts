import type { INodeParameters } from 'n8n-workflow';

import type { User } from '../../sandbox';
import { connected } from '../support/consent';
import { CredentialStore, type NodeGiven } from './harness';
import { openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: users and the bot', () => {
	let lark: LarkNode;
	let alice: User;
	let bob: User;

	beforeAll(async () => {
		lark = await openLarkNode({ seed: { users: 60 } });
		[alice, bob] = lark.sandbox.world.users;
	});
	beforeEach(() => lark.reset());
	afterAll(async () => await lark.sandbox.close());

	const run = async (
		operation: string,
		parameters: INodeParameters = {},
		resource = 'user',
		given: Partial<NodeGiven> = {},
	) => await lark.run({ resource, operation, ...parameters }, given);

	describe('Find by Email or Phone', () => {
		it('returns one item per entry, unknown ones included', async () => {
			const { items, error } = await run('findByEmailOrPhone', {
				emails: `${alice.email}, nobody@example.com`,
				phones: `={{ [${JSON.stringify(bob.mobile)}] }}`,
			});
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json)).toEqual([
				expect.objectContaining({
					found: true,
					user_id: lark.sandbox.openIdOf(alice),
					email: alice.email,
				}),
				{ found: false, email: 'nobody@example.com' },
				expect.objectContaining({
					found: true,
					user_id: lark.sandbox.openIdOf(bob),
					mobile: bob.mobile,
				}),
			]);
			const requests = lark.sandbox.requests.filter(({ path }) => path.includes('/contact/'));
			expect(requests).toHaveLength(1);
		});

		it('returns the chosen kind of ID, and people who have left if the option is on', async () => {
			const { email, userId } = lark.sandbox.world.addUser({ name: 'Gone', resigned: true });
			const found = async (options: INodeParameters) =>
				(await run('findByEmailOrPhone', { emails: email, options })).items[0].json;
			expect(await found({})).toEqual({ found: false, email });
			expect(await found({ user_id_type: 'user_id', include_resigned: true })).toMatchObject({
				found: true,
				user_id: userId,
			});
		});

		it.each([
			[{}, /^Emails and Phones are empty$/],
			[{ emails: 'Ada' }, /^Emails cannot have "Ada"/],
			[{ phones: 'ada@example.com' }, /^Phones cannot have/],
			[{ phones: Array.from({ length: 51 }, (_, i) => `+1555${1000 + i}`).join() }, /51 entries/],
		])('refuses %.40j before anything is sent', async (parameters, message) => {
			const { error } = await run('findByEmailOrPhone', parameters as INodeParameters);
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Get', () => {
		it('recognises every kind of ID', async () => {
			for (const userId of [lark.sandbox.openIdOf(alice), alice.unionId, ` ${alice.userId} `]) {
				const { items, error } = await run('get', { userId });
				expect(error).toBeUndefined();
				expect(items[0].json).toMatchObject({ name: alice.name, email: alice.email });
			}
		});

		it('returns the profile as far as the scopes of the app go', async () => {
			const { app } = lark.sandbox;
			const userId = lark.sandbox.openIdOf(bob);
			const profile = async () => (await run('get', { userId })).items[0].json;
			const [nickname, job_title] = ['Bob', 'Engineer'];
			const leader_user_id = lark.sandbox.openIdOf(alice);
			expect(await profile()).toMatchObject({ nickname, job_title, leader_user_id });
			app.scopes = ['contact:contact.base:readonly', 'contact:user.base:readonly'];
			expect(await profile()).toMatchObject({ nickname });
			expect(await profile()).not.toHaveProperty('job_title');
			app.scopes = 'all';
		});

		it('finds the person by email address or phone number with one request for all items', async () => {
			for (const userId of [alice.email, alice.mobile]) {
				lark.reset();
				const { items, error } = await run('get', { userId }, 'user', {
					items: [{ json: {} }, { json: {} }],
				});
				expect(error).toBeUndefined();
				expect(items.map(({ json }) => json.name)).toEqual([alice.name, alice.name]);
				const lookups = lark.sandbox.requests.filter(({ path }) => path.endsWith('/batch_get_id'));
				expect(lookups).toHaveLength(1);
			}
			const { error } = await run('get', { userId: 'nobody@example.com' });
			expect(error?.message).toMatch(/finds nobody with this email address/);
		});

		it('accepts a person from the picker', async () => {
			const { results } = await lark.pick('searchUsers', { filter: alice.name });
			expect(results).toEqual([{ name: alice.name, value: lark.sandbox.openIdOf(alice) }]);
			const userId = { __rl: true, mode: 'list', value: results[0].value };
			expect((await run('get', { userId })).items[0].json).toMatchObject({ name: alice.name });
		});

		it('returns the avatar only without Simplify', async () => {
			const userId = lark.sandbox.openIdOf(alice);
			expect((await run('get', { userId })).items[0].json).not.toHaveProperty('avatar');
			expect((await run('get', { userId, simple: false })).items[0].json).toHaveProperty('avatar');
		});

		it('reports that there is no such user', async () => {
			const { error } = await run('get', { userId: 'ou_0' });
			expect(error?.message).toBe('user id invalid error');
		});

		it.each([
			['={{ "" }}', /^User is empty$/],
			['oc_1', /^User cannot be "oc_1": it is not a person$/],
		])('refuses %s before anything is sent', async (userId, message) => {
			const { error } = await run('get', { userId });
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Get Many', () => {
		it('gives one item per user of the root department, over all pages', async () => {
			const { items, error } = await run('getAll', { returnAll: true });
			expect(error).toBeUndefined();
			expect(new Set(items.map(({ json }) => json.user_id)).size).toBe(60);
			expect((await run('getAll', { limit: 3 })).items).toHaveLength(3);
		});

		it.each(['od-4e6ac4d14bcd5071a37a39de902c7141', 'sales'])(
			'accepts the department ID %s',
			async (departmentId) => {
				alice.departmentIds.push(departmentId);
				const { items, error } = await run('getAll', { departmentId });
				expect(error).toBeUndefined();
				expect(items.map(({ json }) => json.user_id)).toEqual([alice.userId]);
			},
		);

		it('reports a department that the app may not see, and refuses an invalid ID', async () => {
			const { error } = await run('getAll', { departmentId: 'od-0' });
			expect(error?.message).toMatch(/no dept/);
			lark.reset();
			for (const departmentId of ['={{ "" }}', 'ou_1', 'Sales team']) {
				expect((await run('getAll', { departmentId })).error?.message).toMatch(
					/^Department (is|cannot)/,
				);
			}
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Get Many by ID', () => {
		it('gives one item per ID in their order, also of those who are not found', async () => {
			const people = lark.sandbox.world.users.slice(0, 55).reverse();
			const users = [...people.map((user) => lark.sandbox.openIdOf(user)), 'ou_0'];
			const { items, error } = await run('getSeveral', { users: users.join() });
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.open_id)).toEqual(users);
			expect(items.map(({ json }) => json.found)).toEqual([...people.map(() => true), false]);
			expect(items[0].json).toMatchObject({ name: people[0].name, email: people[0].email });
			for (const { pairedItem } of items) expect(pairedItem).toEqual({ item: 0 });
			const asked = lark.sandbox.requests.filter(({ path }) => path.endsWith('/batch'));
			expect(asked.map(({ query }) => [query.user_ids].flat().length)).toEqual([50, 6]);
		});

		it('recognises the kind of the IDs', async () => {
			for (const users of [`${bob.unionId}, ${alice.unionId}`, `${bob.userId}, ${alice.userId}`]) {
				const { items, error } = await run('getSeveral', { users });
				expect(error).toBeUndefined();
				expect(items.map(({ json }) => json.name)).toEqual([bob.name, alice.name]);
			}
		});

		it('names all who are not found, instead of failing', async () => {
			lark.sandbox.app.availability = [alice.userId];
			const users = [bob, alice].map((user) => lark.sandbox.openIdOf(user)).join();
			const { items, error } = await run('getSeveral', { users });
			lark.sandbox.app.availability = 'all';
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.found)).toEqual([false, true]);
			const nobody = await run('getSeveral', { users: 'ou_0, ou_1' });
			expect(nobody.error).toBeUndefined();
			expect(nobody.items.map(({ json }) => json)).toEqual([
				{ found: false, open_id: 'ou_0' },
				{ found: false, open_id: 'ou_1' },
			]);
		});
	});

	describe('as a person', () => {
		beforeEach(async () => {
			lark.store = new CredentialStore({ larkOAuth2Api: await connected(lark, alice) });
			lark.sandbox.requests.length = 0;
		});

		it('Search finds people by name over all pages, but for those who have left', async () => {
			const { items, error } = await run('search', { name: 'user', returnAll: true });
			expect(error).toBeUndefined();
			expect(items).toHaveLength(54);
			expect((await run('search', { name: 'user', limit: 3 })).items).toHaveLength(3);
			expect((await run('search', { name: 'Gone' })).items).toEqual([]);
		});

		it('Search refuses an empty name before anything is sent', async () => {
			expect((await run('search', { name: ' ' })).error?.message).toBe('Name is empty');
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('the picker finds people of all departments, and those of the root without the scope', async () => {
			const { departments } = lark.sandbox.world;
			const far = lark.sandbox.world.addUser({
				name: 'Faraway',
				departmentIds: [departments.all[0].openDepartmentId],
			});
			const pick = async (filter: string) =>
				(await lark.pick('searchUsers', { filter, parameters: { authentication: 'user' } }))
					.results;
			expect(await pick('faraway')).toEqual([
				{ name: 'Faraway', value: lark.sandbox.openIdOf(far) },
			]);
			const scopes = 'contact:contact.base:readonly contact:user.base:readonly offline_access';
			lark.store = new CredentialStore({ larkOAuth2Api: await connected(lark, bob, scopes) });
			expect(await pick('faraway')).toEqual([]);
			expect(await pick(bob.name)).toEqual([{ name: bob.name, value: lark.sandbox.openIdOf(bob) }]);
		});
	});

	describe('Bot: Get Info', () => {
		it('returns the bot', async () => {
			const { items, error } = await run('getInfo', {}, 'bot');
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({
				app_name: lark.sandbox.app.name,
				open_id: lark.sandbox.app.botOpenId,
				activate_status: 2,
			});
		});

		it('reports that the app has no bot', async () => {
			lark.sandbox.app.botEnabled = false;
			const { error } = await run('getInfo', {}, 'bot');
			lark.sandbox.app.botEnabled = true;
			expect(error?.message).toMatch(/bot/i);
		});
	});
});
