import type { IDataObject } from 'n8n-workflow';

import { byAddress } from './lark-node';
import { useSending } from './sending';

describe('Lark node: mentions', () => {
	const setup = useSending();
	const { send, stored, refused } = setup;

	const mentions = (...people: string[]) => ({
		mentions: { mention: people.map((person) => ({ person: byAddress(person) })) },
	});
	const world = () => setup.lark.sandbox.world;
	const idOf = (n: number) => setup.lark.sandbox.openIdOf(world().users[n]);
	const last = () => setup.group.messages.at(-1)!;
	const lookups = () =>
		setup.lark.sandbox.requests.filter(({ path }) => path.includes('/contact/')).length;

	const FIELDS: Record<string, IDataObject> = {
		text: { text: '@2, then @1' },
		markdown: { markdown: '@2, then @1' },
		post: { post: '[[{"tag":"text","text":"@2, then @1"}]]' },
	};

	it.each(Object.keys(FIELDS))(
		'are people by email, phone, user_id and open_id, where they have a place and at the start: %s',
		async (msgType) => {
			const [, bob, carol] = world().users;
			const people = [idOf(0), bob.email, carol.userId, world().users[3].mobile];
			const { error } = await send(msgType, { ...FIELDS[msgType], ...mentions(...people) });
			expect(error).toBeUndefined();
			const names = last().mentions.map(({ name }) => name);
			const at = [2, 3, 1, 0].map((n) => world().users[n].name);
			expect(names).toEqual(at);
		},
	);

	it.each([
		['text', { text: 'Down' }, '{"text":"@_user_1 Down"}'],
		[
			'markdown',
			{ markdown: '**Down**' },
			'{"title":"","content":[[{"tag":"text","text":"@_user_1\\n\\n"},{"tag":"text","text":"Down","style":["bold"]}]]}',
		],
		[
			'post',
			{ post: '[[{"tag":"text","text":"Down"}]]' },
			'{"title":"","content":[[{"tag":"at","user_id":"@_user_1","user_name":"Alice Chen"},{"tag":"text","text":" "},{"tag":"text","text":"Down"}]]}',
		],
	])('stand at the start of %s without a place for them', async (msgType, fields, content) => {
		await stored(msgType, { ...fields, ...mentions(idOf(0)) });
		expect(last().content).toBe(content);
	});

	it.each([
		['text', { text: '@Alice the disk is full' }, '{"text":"@_user_1 the disk is full"}'],
		['markdown', { markdown: 'Full, @Alice Chen' }, '"text":"Full, @_user_1"'],
		[
			'post',
			{ post: '[[{"tag":"text","text":"Full, @alice"}]]' },
			'{"tag":"text","text":"Full, "},{"tag":"at","user_id":"@_user_1"',
		],
	])(
		'stand in %s where the name of who was picked has been typed',
		async (msgType, fields, part) => {
			const person = { __rl: true, mode: 'list', value: idOf(0), cachedResultName: 'Alice Chen' };
			await stored(msgType, { ...fields, mentions: { mention: [{ person }] } });
			expect(last().content).toContain(part);
			expect(last().mentions).toHaveLength(1);
		},
	);

	it.each(['all', '@all'])('are everyone by %s', async (all) => {
		await stored('text', { text: 'Down, @all', ...mentions(all) });
		expect(last().content).toBe('{"text":"Down, @_all"}');
		await stored('post', { post: '[[{"tag":"text","text":"Down"}]]', ...mentions(all) });
		expect(last().content).toContain('{"tag":"at","user_id":"@_all"');
	});

	it('are several when an expression gives a list, and nobody when the list is empty', async () => {
		const list = `={{ ${JSON.stringify([idOf(0), idOf(1)])} }}`;
		await stored('text', { text: 'Hello', ...mentions(list) });
		expect(last().content).toBe('{"text":"@_user_1 @_user_2 Hello"}');
		await stored('text', { text: 'Hello', ...mentions('={{ [] }}') });
		expect(last().content).toBe('{"text":"Hello"}');
	});

	it('are looked up once in a run', async () => {
		const { email, userId } = world().users[1];
		await send('text', { text: 'Hello', ...mentions(email, userId, email, userId) });
		expect(lookups()).toBe(2);
	});

	it.each([
		['Alice', /Mentions cannot be "Alice": nobody has this user_id/],
		['nobody@example.com', /Mentions cannot be "nobody@example.com": the app finds nobody/],
		['+15550199', /Mentions cannot be "\+15550199": the app finds nobody/],
	])(
		'are refused before anything is sent when there is no such person: %s',
		async (value, words) => {
			const { error } = await send('text', { text: 'Hello', ...mentions(idOf(0), value) });
			expect(error).toMatchObject({
				message: expect.stringMatching(words),
				description: expect.stringMatching(/\w/),
			});
			expect(setup.group.messages).toEqual([]);
		},
	);

	it.each(['om_1', 'oc_1', 'Alice Chen', '', '<at user_id="all"></at>'])(
		'are refused without asking Lark when they cannot be a person: %j',
		async (value) => {
			await refused(
				'text',
				{ text: 'Hello', ...mentions(value) },
				/^Mentions (cannot be|is empty)/,
			);
		},
	);

	it('are refused by user_id when the app may not look it up, with the scope', async () => {
		const { app } = setup.lark.sandbox;
		app.scopes = ['im:message:send_as_bot'];
		const { userId } = world().users[0];
		const { error } = await send('text', { text: 'Hello', ...mentions(userId) });
		const byOpenId = await send('text', { text: 'Hello', ...mentions(idOf(0)) });
		app.scopes = 'all';
		expect(error).toMatchObject({
			message: expect.stringContaining(`Mentions cannot be "${userId}"`),
			description: expect.stringContaining('contact:user.basic_profile:readonly'),
		});
		expect(byOpenId.error).toBeUndefined();
	});

	it('are picked from a list that begins with everyone', async () => {
		const { results } = await setup.lark.pick('searchMentions', {});
		expect(results[0]).toEqual({ name: 'Everyone', value: 'all' });
		expect(results.map(({ name }) => name)).toContain('Alice Chen');
		const found = await setup.lark.pick('searchMentions', { filter: 'alice' });
		expect(found.results).toEqual([{ name: 'Alice Chen', value: idOf(0) }]);
		const all = await setup.lark.pick('searchMentions', { filter: '@all' });
		expect(all.results[0].value).toBe('all');
	});
});
