import { bench } from './support';

describe('mentions', () => {
	it('come back as @_user_N, once per person', async () => {
		const b = await bench();
		const [alice, bob] = b.sandbox.world.users.map((user) => b.sandbox.openIdOf(user));
		const at = (id: string) => `<at user_id="${id}">x</at>`;
		const sent = await b.sendText(
			`${at(alice)} ${at(bob)} ${at(alice)} ${at('all')} ${at('ou_x')}`,
		);
		expect(JSON.parse(sent.body.content)).toEqual({
			text: '@_user_1 @_user_2 @_user_1 @_all <at user_id="ou_x">x</at>',
		});
		expect(sent.mentions?.map(({ key, id, name }) => [key, id, name])).toEqual([
			['@_user_1', alice, 'Alice Chen'],
			['@_user_2', bob, 'Bob Miller'],
		]);
	});

	it('a post comes back without its locale', async () => {
		const b = await bench();
		const user_id = b.sandbox.openIdOf(b.alice);
		const content = { en_us: { title: 'T', content: [[{ tag: 'at', user_id }]] } };
		const { body } = await b.send('post', content);
		expect(JSON.parse(body.data.body.content)).toEqual({
			title: 'T',
			content: [[{ tag: 'at', user_id: '@_user_1', user_name: 'Alice Chen' }]],
		});
	});

	it('uses the ID type that is asked for', async () => {
		const b = await bench();
		const { message_id } = await b.sendText(`<at user_id="${b.sandbox.openIdOf(b.alice)}"></at>`);
		const query = { user_id_type: 'user_id' };
		const answer = await b.call('GET', `im/v1/messages/${message_id}`, { query });
		expect(answer.body.data.items[0].mentions?.[0]).toMatchObject({
			id: b.alice.userId,
			id_type: 'user_id',
		});
	});
});

describe('cards', () => {
	it('come back simplified, or as sent when asked', async () => {
		const b = await bench();
		const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Hi' }] } };
		const { message_id } = (await b.send('interactive', card)).body.data;
		const contentWith = async (query: Record<string, string>) => {
			const answer = await b.call('GET', `im/v1/messages/${message_id}`, { query });
			return JSON.parse(answer.body.data.items[0].body.content) as unknown;
		};
		expect(await contentWith({})).toEqual({ title: '', elements: [[{ tag: 'text', text: 'Hi' }]] });
		expect(await contentWith({ card_msg_content_type: 'user_card_content' })).toEqual(card);
	});
});
