import { Client, withUserAccessToken } from '@larksuiteoapi/node-sdk';

import { sdkOptions } from './sdk';
import { bench, type SandboxSetup } from './support';

describe('departments and people, for the official client', () => {
	let b: SandboxSetup;
	let client: Client;
	beforeEach(async () => {
		b = await bench();
		client = new Client(sdkOptions(b));
	});

	const idOf = (id: string) =>
		b.sandbox.world.departments.find(id, 'department_id')!.openDepartmentId;
	const asAlice = () => withUserAccessToken(b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice)));

	it('gives departments, their children and parents', async () => {
		const { department } = client.contact.v3;
		const got = await department.get({
			path: { department_id: 'platform' },
			params: { department_id_type: 'department_id' },
		});
		expect(got.data?.department).toMatchObject({
			name: 'Platform',
			parent_department_id: 'engineering',
			open_department_id: idOf('platform'),
		});
		const below = await department.children({
			path: { department_id: '0' },
			params: { fetch_child: true, page_size: 2 },
		});
		expect(below.data?.items?.map(({ name }) => name)).toEqual(['Engineering', 'Platform']);
		expect(below.data?.has_more).toBe(true);
		const above = await department.parent({ params: { department_id: idOf('platform') } });
		expect(above.data?.items?.map(({ name }) => name)).toEqual(['Engineering']);
	});

	it('finds departments and people by name as a person', async () => {
		const found = await client.contact.v3.department.search({ data: { query: 'OPER' } }, asAlice());
		expect(found.data?.items?.map(({ name }) => name)).toEqual(['Operations']);
		const people = await client.request<{ data: { users: Array<{ name: string }> } }>(
			{ method: 'GET', url: '/open-apis/search/v1/user', params: { query: 'chen' } },
			asAlice(),
		);
		expect(people.data.users.map(({ name }) => name)).toEqual(['Alice Chen']);
	});

	it('uploads a file as a person, and searches messages as the bot', async () => {
		const file = Buffer.from('a');
		const { im } = client;
		const uploaded = await im.file.create(
			{ data: { file_type: 'stream', file_name: 'a.bin', file } },
			asAlice(),
		);
		expect(uploaded?.file_key).toMatch(/^file_/);
		await b.sendText('The invoice');
		const found = await im.message.search({ data: { query: 'invoice' } });
		expect(found.data?.items).toHaveLength(1);
	});
});

describe('what contacts refuse', () => {
	let b: SandboxSetup;
	beforeEach(async () => (b = await bench()));

	const DEPARTMENTS = 'contact/v3/departments';

	it.each([
		['an unknown department', `${DEPARTMENTS}/od-0`, {}, 40015],
		['the children of an unknown department', `${DEPARTMENTS}/od-0/children`, {}, 40004],
		[
			'the parents of an unknown department',
			`${DEPARTMENTS}/parent`,
			{ department_id: 'od-0' },
			40004,
		],
		['an ID of the other kind', `${DEPARTMENTS}/platform`, {}, 40015],
		['a page_token of its own making', `${DEPARTMENTS}/0/children`, { page_token: 'x' }, 40012],
		['people of whom nobody is found', 'contact/v3/users/batch', { user_ids: 'ou_0' }, 41050],
		['a search for people by the bot', 'search/v1/user', { query: 'a' }, 99991663],
	])('%s', async (_what, path, query, code) => {
		const { body } = await b.call('GET', path, { query });
		expect(body.code).toBe(code);
	});

	it('a search for departments without words, or by the bot', async () => {
		const token = b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice));
		const request = { body: { query: ' ' } };
		const path = `${DEPARTMENTS}/search`;
		expect((await b.call('POST', path, { ...request, token })).body.code).toBe(48001);
		expect((await b.call('POST', path, request)).body.code).toBe(99991663);
	});

	it('departments outside the contact range of the app', async () => {
		b.sandbox.app.availability = [b.alice.userId];
		for (const path of [
			`${DEPARTMENTS}/0`,
			`${DEPARTMENTS}/platform`,
			`${DEPARTMENTS}/0/children`,
		]) {
			expect((await b.call('GET', path)).body.code).toBe(40004);
		}
	});

	it('fields that need a scope, by leaving them out', async () => {
		b.sandbox.app.scopes = ['contact:contact.base:readonly'];
		const { body } = await b.call('GET', `${DEPARTMENTS}/0/children`);
		expect(Object.keys(body.data.items[0]).sort()).toEqual(['department_id', 'open_department_id']);
	});

	it('a person the fields whose scopes the person has not allowed, whatever the app may read', async () => {
		const { sandbox, alice } = b;
		const openId = sandbox.openIdOf(alice);
		const token = sandbox.issueUserToken(openId, ['contact:contact.base:readonly']);
		const { user } = (await b.call('GET', `contact/v3/users/${openId}`, { token })).body.data;
		expect(Object.keys(user).sort()).toEqual(['mobile_visible', 'open_id', 'union_id']);
		const { items } = (await b.call('GET', `${DEPARTMENTS}/0/children`, { token })).body.data;
		expect(Object.keys(items[0]).sort()).toEqual(['department_id', 'open_department_id']);
	});
});
