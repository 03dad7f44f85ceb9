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

	it('the files below a post come back with their names, stay when it is edited, and go with []', async () => {
		const b = await bench();
		const form = { file_type: 'stream', file_name: 'a.csv' };
		const { file_key: key } = (await b.upload('im/v1/files', form, 'file', Buffer.from('a'))).body
			.data as unknown as { file_key: string };
		const en_us = { content: [[{ tag: 'text', text: 'Hi' }]] };
		const sent = (await b.send('post', { en_us, files: [{ key }] })).body.data;
		const filesIn = (content: string) => (JSON.parse(content) as { files?: object[] }).files;
		const expected = [{ file_key: key, file_name: 'a.csv', is_folder: false }];
		expect(filesIn(sent.body.content)).toEqual(expected);
		const edit = async (content: object) =>
			(
				await b.call('PUT', `im/v1/messages/${sent.message_id}`, {
					body: { msg_type: 'post', content: JSON.stringify(content) },
				})
			).body.data.body.content;
		expect(filesIn(await edit({ en_us }))).toEqual(expected);
		expect(filesIn(await edit({ en_us, files: [] }))).toBeUndefined();
	});

	it.each([
		['an unknown key', [{ key: 'file_0' }], 230001],
		['the form in which it is read', [{ file_key: 'file_0' }], 230001],
		['no list', 'file_0', 230001],
		["somebody else's file", [{ key: 'file_foreign' }], 230017],
	])('a post with %s below it is refused', async (_case, files, code) => {
		const b = await bench();
		b.sandbox.world.addResource({
			...{ key: 'file_foreign', kind: 'file', type: 'stream', fileName: 'a' },
			...{ contentType: 'text/plain', bytes: Buffer.from('a') },
			owner: { type: 'user', userId: b.alice.userId },
		});
		const en_us = { content: [[{ tag: 'text', text: 'Hi' }]] };
		expect((await b.send('post', { en_us, files })).body.code).toBe(code);
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
	const plain = (content: string) => ({ tag: 'plain_text', content });
	const v2 = {
		schema: '2.0',
		header: { title: plain('Release') },
		body: {
			elements: [
				{ tag: 'markdown', content: 'Hi' },
				{ tag: 'table', columns: [{ name: 'user_id' }], rows: [{ user_id: 'a' }] },
				{ tag: 'select_static', options: [], initial_option: 'b' },
			],
		},
	};

	/** The card as message.create, message.get and message.list answer. */
	const read = async (card: object, form?: string) => {
		const b = await bench();
		const sent = (await b.send('interactive', card)).body.data;
		const query: Record<string, string> = form === undefined ? {} : { card_msg_content_type: form };
		const container = { container_id_type: 'chat', container_id: b.group.chatId };
		const answers = [
			await b.call('GET', `im/v1/messages/${sent.message_id}`, { query }),
			await b.call('GET', 'im/v1/messages', { query: { ...container, ...query } }),
		];
		const read = answers.map(({ body }) => body.data.items[0]);
		return [...(form === undefined ? [sent] : []), ...read].map(
			({ body }) => JSON.parse(body.content) as unknown,
		);
	};

	it('of JSON 2.0 come back as a placeholder', async () => {
		const row = [
			{ tag: 'img', image_key: expect.stringMatching(/^img_v3_/) },
			{ tag: 'text', text: '请升级至最新版本客户端，以查看内容' },
			{ tag: 'text', text: '' },
		];
		for (const content of await read(v2)) {
			expect(content).toEqual({ title: 'Release', elements: [row] });
		}
		const { header: _header, ...untitled } = v2;
		for (const content of await read(untitled)) {
			expect(content).toEqual({ title: null, elements: [row] });
		}
	});

	it('come back as they were sent with user_card_content', async () => {
		const v1 = { elements: [{ tag: 'hr' }] };
		for (const card of [v1, v2]) {
			for (const content of await read(card, 'user_card_content')) expect(content).toEqual(card);
		}
	});

	it('come back as the platform has them with raw_card_content', async () => {
		for (const content of await read(v2, 'raw_card_content')) {
			const { json_card, ...more } = content as { json_card: string };
			expect(more).toEqual({ json_attachment: '{}', card_schema: 2 });
			expect(JSON.parse(json_card)).toEqual({
				schema: 2,
				header: {
					tag: 'card_header',
					property: { title: { tag: 'plain_text', property: { content: 'Release' } } },
				},
				body: {
					tag: 'body',
					property: {
						elements: [
							{ tag: 'markdown', property: { content: 'Hi' } },
							{
								tag: 'table',
								property: {
									columns: [{ name: 'user_id' }],
									rows: [{ user_id: { data: 'a' } }],
								},
							},
							{ tag: 'select_static', property: { options: [], initialOption: 'b' } },
						],
					},
				},
			});
		}
	});

	it('in no other form: 99992402', async () => {
		const b = await bench();
		const { message_id } = await b.sendText('Hi');
		const query = { card_msg_content_type: 'simplified' };
		const { body } = await b.call('GET', `im/v1/messages/${message_id}`, { query });
		expect(body.code).toBe(99992402);
	});

	it('of JSON 1.0 come back simplified, with a row for each element', async () => {
		const option = (content: string) => ({ text: plain(content), value: content });
		const [options, shown] = [
			[option('A'), option('B')],
			['A', 'B'],
		];
		const img = { tag: 'img', img_key: 'img_1', alt: plain('') };
		const image = { tag: 'img', image_key: 'img_1' };
		const text = (words: string) => ({ tag: 'text', text: words });
		const md = (content: string) => ({ tag: 'lark_md', content });
		const rows: Array<[object, object[]]> = [
			[
				{ tag: 'div', text: md('See **the** [page](https://a.b)') },
				[text('See '), text('the'), text(' '), { tag: 'a', text: 'page', href: 'https://a.b' }],
			],
			[
				{ tag: 'div', fields: [{ text: md('One') }, { text: plain('**2**') }] },
				[text('One'), text('**2**')],
			],
			[{ tag: 'div', text: plain('A'), extra: img }, [text('A'), image]],
			[
				{
					tag: 'div',
					text: plain('A'),
					extra: { tag: 'select_static', options, placeholder: plain('C') },
				},
				[text('A'), { tag: 'select_static', options: shown, placeholder: 'C' }],
			],
			[
				{ tag: 'div', text: plain('A'), extra: { tag: 'overflow', options } },
				[text('A'), { tag: 'overflow', options: shown }],
			],
			[
				{
					tag: 'action',
					actions: [{ tag: 'date_picker', initial_date: '2021-1-1', placeholder: plain('D') }],
				},
				[{ tag: 'date_picker', initial_date: '2021-1-1', placeholder: 'D' }],
			],
			[
				{
					tag: 'action',
					actions: [
						{ tag: 'button', text: plain('Yes'), type: 'primary', value: { a: 1 } },
						{ tag: 'button', text: plain('No') },
					],
				},
				[
					{ tag: 'button', text: 'Yes', type: 'primary' },
					{ tag: 'button', text: 'No', type: 'default' },
				],
			],
			[{ tag: 'hr' }, [{ tag: 'hr' }]],
			[{ ...img, title: plain('T') }, [text('T'), image]],
			[
				{ tag: 'note', elements: [img, plain('N')] },
				[{ tag: 'note', elements: [image, text('N')] }],
			],
			[{ tag: 'markdown', content: '*Hi*' }, [text('Hi')]],
			[
				{
					tag: 'column_set',
					columns: [{ tag: 'column', elements: [{ tag: 'markdown', content: 'C' }] }],
				},
				[text('C')],
			],
		];
		const header = { title: plain('Card') };
		const elements = rows.map(([element]) => element);
		for (const content of await read({ header, elements })) {
			expect(content).toEqual({ title: 'Card', elements: rows.map(([, row]) => row) });
		}
		for (const content of await read({ i18n_elements: { en_us: elements.slice(0, 1) } })) {
			expect(content).toEqual({ title: null, elements: [rows[0][1]] });
		}
	});

	it.each(['1.0', '2.0'])('of JSON %s mention people and bots', async (version) => {
		const b = await bench();
		const open_id = b.sandbox.openIdOf(b.alice);
		const content = `Ask <at id=${open_id}></at> or <at id=all></at>`;
		const elements = [{ tag: 'markdown', content }];
		const card = version === '1.0' ? { elements } : { schema: '2.0', body: { elements } };
		const { mentions, body } = (await b.send('interactive', card)).body.data;
		expect(mentions).toMatchObject([{ key: '@_user_1', id: open_id, name: 'Alice Chen' }]);
		if (version === '2.0') return;
		const at = (user_id: string) => ({ tag: 'at', user_id, user_name: '' });
		expect((JSON.parse(body.content) as { elements: object[] }).elements).toEqual([
			[{ tag: 'text', text: 'Ask ' }, at('@_user_1'), { tag: 'text', text: ' or ' }, at('@_all')],
		]);
	});
});
