import { openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: the picker of receivers', () => {
	let lark: LarkNode;

	beforeAll(async () => {
		lark = await openLarkNode({ seed: { chats: 70, users: 130 } });
	});
	beforeEach(() => lark.reset());
	afterEach(() => {
		lark.sandbox.app.scopes = 'all';
		lark.sandbox.app.availability = 'all';
	});
	afterAll(async () => await lark.sandbox.close());

	const pick = async (filter?: string, paginationToken?: string) =>
		await lark.pick('searchReceivers', { filter, paginationToken });
	const all = async (filter?: string) => {
		const pages = [await pick(filter)];
		while (pages.at(-1)?.paginationToken) {
			pages.push(await pick(filter, pages.at(-1)?.paginationToken as string));
		}
		return pages.flatMap(({ results }) => results);
	};
	const isPerson = ({ value }: { value: unknown }) => String(value).startsWith('ou_');

	it('lists all chats, then all people, each once', async () => {
		const { world, app, openIdOf } = lark.sandbox;
		const results = await all();
		const chats = results.slice(0, results.findIndex(isPerson));
		const people = results.slice(chats.length);
		expect(new Set(chats.map(({ value }) => value))).toEqual(
			new Set(
				world.chats.filter(({ bots }) => bots.includes(app.appId)).map(({ chatId }) => chatId),
			),
		);
		expect(people).toEqual(
			world.users.map((user) => ({ name: `${user.name} (person)`, value: openIdOf(user) })),
		);
	});

	it('asks for no people before the chats are exhausted', async () => {
		await pick();
		expect(lark.sandbox.requests.some(({ path }) => path.includes('/contact/'))).toBe(false);
	});

	it('finds chats and people by what was typed, on one page', async () => {
		const { world, app, openIdOf } = lark.sandbox;
		const dana = world.addUser({ name: 'Dana Fox' });
		const { chatId } = world.addGroup({ name: 'Help for Dana', bots: [app.appId] });
		const { results, paginationToken } = await pick('dana');
		expect(results).toEqual([
			{ name: 'Help for Dana', value: chatId },
			{ name: 'Dana Fox (person)', value: openIdOf(dana) },
		]);
		expect(paginationToken).toBeUndefined();
	});

	it('finds a person on a later page and a person by email address', async () => {
		const last = lark.sandbox.world.users.at(-1)!;
		for (const typed of [last.name, last.email.toUpperCase()]) {
			expect((await pick(typed)).results).toEqual([
				{ name: `${last.name} (person)`, value: lark.sandbox.openIdOf(last) },
			]);
		}
		expect((await pick('nobody at all')).results).toEqual([]);
	});

	it.each([
		['the scope for people', () => (lark.sandbox.app.scopes = ['im:chat:readonly'])],
		[
			'the scope for names',
			() => (lark.sandbox.app.scopes = ['im:chat:readonly', 'contact:contact.base:readonly']),
		],
		['everybody in its contact scope', () => (lark.sandbox.app.availability = [])],
	])('lists only chats when the app lacks %s', async (_case, limit) => {
		limit();
		const results = await all();
		expect(results.length).toBeGreaterThanOrEqual(70);
		expect(results.some(isPerson)).toBe(false);
	});

	it('reports the missing permission when the app may not list chats', async () => {
		lark.sandbox.app.scopes = ['contact:contact.base:readonly'];
		await expect(pick()).rejects.toMatchObject({
			message: 'The app lacks the scope im:chat:readonly',
		});
	});

	it('goes on with people and with chats, each once, where both have more pages', async () => {
		const { world, app, openIdOf } = lark.sandbox;
		const people = Array.from({ length: 60 }, (_, n) => world.addUser({ name: `Zed ${n}` }));
		const groups = Array.from({ length: 60 }, (_, n) =>
			world.addGroup({ name: `Zed group ${n}`, bots: [app.appId] }),
		);
		const found = await all('zed');
		expect(found).toHaveLength(120);
		expect(new Set(found.map(({ value }) => value))).toEqual(
			new Set([...people.map((person) => openIdOf(person)), ...groups.map(({ chatId }) => chatId)]),
		);
	});

	it('finds chats by name, then people, then chats by member', async () => {
		const { world, app, openIdOf } = lark.sandbox;
		const [bots, ola] = [[app.appId], world.addUser({ name: 'Ola Bright' })];
		const addGroup = (name: string) => world.addGroup({ name, bots, members: [ola.userId] }).chatId;
		const groups = ['Alpha', 'Ola', 'Beta'].map(addGroup);
		const byMember = Array.from({ length: 60 }, (_, n) => addGroup(`Team ${n}`));
		const pages = [await pick('ola')];
		const values = pages[0].results.map(({ value }) => value);
		expect(pages[0].results[0].name).toMatch(/^Ola/);
		const person = values.indexOf(openIdOf(ola));
		expect(values.slice(0, person)).toEqual([groups[1]]);
		const found = await all('ola');
		expect(new Set(found.map(({ value }) => value))).toEqual(
			new Set([...groups, ...byMember, openIdOf(ola)]),
		);
		expect(found).toHaveLength(64);
	});
});
