import { byAddress, byId, items } from './lark-node';
import { QUICK, useGroupBot } from './set-ups/group-bot';

describe('Lark node: Act As Group Bot', () => {
	const setup = useGroupBot();
	const { useNew, send, stored, first } = setup;

	const imageKey = () =>
		setup.lark.sandbox.world.addResource({
			key: 'img_v3_group_bot',
			kind: 'image',
			type: 'message',
			owner: { type: 'app', appId: setup.lark.sandbox.app.appId },
			fileName: 'a.png',
			contentType: 'image/png',
			bytes: Buffer.from('png'),
		}).key;

	it('sends a text into the group of the bot, signed, with one request and no token', async () => {
		const { items: output, error } = await send({ text: 'The disk is full' });
		expect(error).toBeUndefined();
		expect(output.map(({ json }) => json)).toEqual([{ success: true, msg_type: 'text' }]);
		expect(setup.lark.sandbox.requests).toHaveLength(1);
		const [{ body }] = setup.lark.sandbox.requests;
		expect(body).toMatchObject({ sign: expect.any(String), timestamp: expect.any(String) });
		expect(stored()).toEqual([['text', { text: 'The disk is full' }]]);
		expect(setup.group.messages[0].sender).toEqual({ type: 'app', appId: setup.bot.appId });
		expect(setup.lark.sandbox.world.nameOf(setup.group.messages[0].sender)).toBe('Alerts');
	});

	it('signs nothing for a bot without a secret', async () => {
		useNew({});
		expect((await send({ text: 'Hi' })).error).toBeUndefined();
		expect(setup.lark.sandbox.requests[0].body).toEqual({
			msg_type: 'text',
			content: { text: 'Hi' },
		});
	});

	describe('sends every type that a group bot has', () => {
		it('rich text', async () => {
			const post = {
				title: 'Backup',
				content: [
					[
						{ tag: 'text', text: 'See ' },
						{ tag: 'a', text: 'log', href: 'https://example.com' },
					],
				],
			};
			expect((await send({ msgType: 'post', post: JSON.stringify(post) })).error).toBeUndefined();
			expect(stored()).toEqual([['post', { en_us: post }]]);
		});

		it('Markdown, as a card that shows headings, lists and tables', async () => {
			const markdown = '# Report\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |';
			const { error, items: output } = await send({
				msgType: 'markdown',
				markdown,
				options: { ...QUICK, title: 'Nightly' },
			});
			expect(error).toBeUndefined();
			expect(output[0].json).toEqual({ success: true, msg_type: 'interactive' });
			const [[type, card]] = stored();
			expect(type).toBe('interactive');
			expect(card).toMatchObject({ header: { title: { content: 'Nightly' } } });
			expect(JSON.stringify(card)).toContain('| a | b |');
		});

		it.each([
			['a form', { cardTitle: 'Error rate', cardBody: '**checkout** fails' }],
			['JSON', { cardSource: 'json', cardJson: '{ "elements": [{ "tag": "hr" }] }' }],
			['a template', { cardSource: 'template', templateId: 'AAqk1' }],
		])('a card from %s', async (_source, fields) => {
			expect((await send({ msgType: 'interactive', ...fields })).error).toBeUndefined();
			expect(stored()).toHaveLength(1);
		});

		it('an image by its key', async () => {
			const key = imageKey();
			expect((await send({ msgType: 'image', imageKey: key })).error).toBeUndefined();
			expect(stored()).toEqual([['image', { image_key: key }]]);
		});

		it('a chat card', async () => {
			const shared = setup.lark.sandbox.world.chats[1].chatId;
			const { error } = await send({ msgType: 'share_chat', sharedChatId: byId(shared) });
			expect(error).toBeUndefined();
			expect(stored()).toEqual([['share_chat', { chat_id: shared }]]);
		});
	});

	it('mentions people by open_id, and everyone', async () => {
		const alice = setup.lark.sandbox.openIdOf(setup.lark.sandbox.world.users[0]);
		const mention = [{ person: byAddress(alice) }, { person: byAddress('all') }];
		const mentions = { mention };
		await send({ text: 'Help', mentions });
		await send({ msgType: 'markdown', markdown: 'Help', mentions });
		const [[, text], [, card]] = stored();
		expect(setup.group.messages[0].mentions).toMatchObject([{ name: 'Alice Chen' }]);
		expect(text).toEqual({
			text: `<at user_id="${alice}"></at> <at user_id="all"></at> Help`,
		});
		expect(JSON.stringify(card)).toContain(`<at id=${alice}></at> <at id=all></at>`);
	});

	it('splits what is longer than 20 KB, in order, if that is asked for', async () => {
		const lines = Array.from({ length: 4_000 }, (_, line) => `line ${line} "quoted"`);
		const options = { ...QUICK, split: true };
		const { error, items: output } = await send({ text: lines.join('\n'), options });
		expect(error).toBeUndefined();
		expect(output.length).toBeGreaterThan(4);
		const texts = stored().map(([, content]) => (content as { text: string }).text);
		expect(texts.join('\n').split('\n')).toEqual(lines);
		await send({ msgType: 'markdown', markdown: lines.join('\n\n'), options });
		expect(setup.group.messages.length).toBeGreaterThan(output.length + 4);
	});

	it('keeps the order of the items', async () => {
		useNew({});
		const numbers = [...Array(12).keys()];
		const heal = first(1, { status: 200, body: { code: 11232, msg: 'frequency limited' } });
		const { error } = await send(
			{ text: '={{ $json.n }}' },
			{ items: items(...numbers.map((n) => ({ n: `no. ${n}` }))) },
		);
		heal();
		expect(error).toBeUndefined();
		expect(stored().map(([, content]) => content)).toEqual(
			numbers.map((n) => ({ text: `no. ${n}` })),
		);
	});

	it('has no list of chats or people to pick from', async () => {
		const pick = setup.lark.pick('searchChats', { parameters: { authentication: 'groupBot' } });
		await expect(pick).rejects.toThrow('A group bot cannot list chats and people');
	});
});
