import type { INodeParameters } from 'n8n-workflow';

import { connected } from '../support/consent';
import { CredentialStore } from './harness';
import { byId, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: departments', () => {
	let lark: LarkNode;
	let engineering: string;
	let platform: string;

	beforeAll(async () => {
		lark = await openLarkNode();
		const { departments } = lark.sandbox.world;
		const idOf = (id: string) => departments.find(id, 'department_id')!.openDepartmentId;
		[engineering, platform] = [idOf('engineering'), idOf('platform')];
		for (let n = 0; n < 60; n++) {
			departments.add({ departmentId: `team-${n}`, name: `Team ${n}`, parentId: platform });
		}
	});
	beforeEach(() => lark.reset());
	afterEach(() => {
		lark.sandbox.app.scopes = 'all';
		lark.sandbox.app.availability = 'all';
	});
	afterAll(async () => await lark.sandbox.close());

	const run = async (operation: string, parameters: INodeParameters = {}) =>
		await lark.run({ resource: 'department', operation, ...parameters });
	const names = async (operation: string, parameters: INodeParameters = {}) => {
		const { items, error } = await run(operation, parameters);
		expect(error).toBeUndefined();
		return items.map(({ json }) => json.name);
	};
	const asPerson = async (scopes?: string, who = 0) => {
		const person = lark.sandbox.world.users[who];
		lark.store = new CredentialStore({ larkOAuth2Api: await connected(lark, person, scopes) });
	};

	it('Get recognises both kinds of ID and the root', async () => {
		for (const [id, name] of [
			[platform, 'Platform'],
			['platform', 'Platform'],
			['0', 'Sandbox'],
		]) {
			expect(await names('get', { departmentId: byId(id) })).toEqual([name]);
		}
		const { items } = await run('get', { departmentId: byId('platform') });
		expect(items[0].json.parent_department_id).toBe('engineering');
	});

	it('Get Many by ID keeps the order and names what there is not', async () => {
		const { all } = lark.sandbox.world.departments;
		const ids = [...all.map(({ openDepartmentId }) => openDepartmentId).reverse(), 'od-0'];
		const { items, error } = await run('getSeveral', { departmentIds: ids.join() });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.open_department_id)).toEqual(ids);
		expect(items.at(-1)?.json).toEqual({ found: false, open_department_id: 'od-0' });
		expect(items.slice(0, -1).every(({ json }) => json.found)).toBe(true);
		const asked = lark.sandbox.requests.filter(({ path }) => path.endsWith('/batch'));
		expect(asked).toHaveLength(2);
	});

	it('Get Many by ID refuses kinds that are mixed, before anything is sent', async () => {
		const { error } = await run('getSeveral', { departmentIds: `${platform}, engineering` });
		expect(error?.message).toMatch(/^Departments has IDs of several kinds/);
		expect(lark.sandbox.requests).toEqual([]);
	});

	it('Get Children lists those directly below, or of all levels', async () => {
		expect(await names('getChildren')).toEqual(['Engineering', 'Operations']);
		expect(await names('getChildren', { departmentId: byId('engineering') })).toEqual(['Platform']);
		const options = { fetch_child: true };
		expect(await names('getChildren', { options, returnAll: true })).toHaveLength(63);
		expect(await names('getChildren', { options, limit: 2 })).toEqual(['Engineering', 'Platform']);
	});

	it('Get Parents lists what is above, the nearest first', async () => {
		const departmentId = byId('team-7');
		expect(await names('getParents', { departmentId })).toEqual(['Platform', 'Engineering']);
		expect(await names('getParents', { departmentId: byId('engineering') })).toEqual([]);
	});

	it('Search finds by name, as a person only', async () => {
		await asPerson();
		expect(await names('search', { name: 'ENG' })).toEqual(['Engineering']);
		expect(await names('search', { name: 'team', returnAll: true })).toHaveLength(60);
		lark.reset();
		const { error } = await run('search', { name: 'eng', authentication: 'bot' });
		expect(error?.message).toMatch(/works only as User/);
		expect(lark.sandbox.requests).toEqual([]);
	});

	describe('the picker', () => {
		const pick = async (filter?: string, paginationToken?: string, authentication = 'bot') =>
			await lark.pick('searchDepartments', {
				filter,
				paginationToken,
				parameters: { authentication },
			});

		it('lists all levels, a page at a time, each once', async () => {
			const first = await pick();
			const second = await pick(undefined, first.paginationToken as string);
			const values = [...first.results, ...second.results].map(({ value }) => value);
			expect(new Set(values).size).toBe(63);
			expect(values).toHaveLength(63);
			expect(second.paginationToken).toBeUndefined();
		});

		it.each(['bot', 'user'])('finds by name as %s', async (who) => {
			if (who === 'user') await asPerson();
			const { results } = await pick('engin', undefined, who);
			expect(results).toEqual([{ name: 'Engineering', value: engineering }]);
			const pages = [await pick('team', undefined, who)];
			while (pages.at(-1)?.paginationToken) {
				pages.push(await pick('team', pages.at(-1)?.paginationToken as string, who));
			}
			const values = pages.flatMap(({ results: page }) => page.map(({ value }) => value));
			expect(values).toHaveLength(60);
			expect(new Set(values).size).toBe(60);
		});

		it('gives a value that operations take', async () => {
			const [{ value }] = (await pick('platform')).results;
			const departmentId = { __rl: true, mode: 'list', value };
			expect(await names('get', { departmentId })).toEqual(['Platform']);
		});

		it('shows IDs and the missing scope where Lark gives no names', async () => {
			lark.sandbox.app.scopes = ['contact:contact.base:readonly'];
			const { results } = await pick();
			expect(results[0].name).toBe(
				`${engineering} (its name needs the scope contact:department.base:readonly)`,
			);
		});

		it('says which scope or range is missing, and that an ID will do', async () => {
			lark.sandbox.app.scopes = [];
			await expect(pick()).rejects.toMatchObject({
				message: 'The app may not list departments',
				description: expect.stringMatching(/contact:contact.base:readonly.*By ID/),
			});
			lark.sandbox.app.scopes = 'all';
			lark.sandbox.app.availability = [];
			await expect(pick()).rejects.toMatchObject({
				message: 'The contact range of the app does not have all departments',
			});
			lark.sandbox.app.availability = 'all';
			await asPerson('offline_access', 1);
			await expect(pick('eng', undefined, 'user')).rejects.toMatchObject({
				message: 'This person has not allowed to list departments',
			});
		});
	});
});
