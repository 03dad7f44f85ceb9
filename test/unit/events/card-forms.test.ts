import { read } from './cards';

describe('the forms in which Lark gives a card', () => {
	it('simplified: a row is a line, the pieces of a sentence stay together', () => {
		const elements = [
			[
				{ tag: 'text', text: 'See ' },
				{ tag: 'a', text: 'the page', href: 'https://a.b' },
				{ tag: 'text', text: ', ' },
				{ tag: 'at', user_id: '@_user_1', user_name: '' },
				{ tag: 'text', text: '!' },
			],
			[
				{ tag: 'text', text: 'Size' },
				{ tag: 'select_static', options: ['S', 'M'], placeholder: 'Choose' },
			],
			[
				{ tag: 'text', text: 'More' },
				{ tag: 'overflow', options: ['Open', 'Close'] },
			],
			[
				{ tag: 'text', text: 'Day' },
				{ tag: 'date_picker', placeholder: 'Day', initial_date: '2021-1-1' },
			],
			[
				{
					tag: 'note',
					elements: [
						{ tag: 'img', image_key: 'img_1' },
						{ tag: 'text', text: 'Note' },
					],
				},
			],
			[
				{ tag: 'button', text: 'Yes', type: 'primary' },
				{ tag: 'button', text: 'No', type: 'default' },
			],
		];
		expect(read({ title: 'Card', elements }).text).toBe(
			[
				'Card',
				'See [the page](https://a.b), @_user_1!',
				'Size [Menu: Choose (S, M)]',
				'More [Menu: Open, Close]',
				'Day [Date: 2021-1-1]',
				'[Image] Note',
				'[Button: Yes] [Button: No]',
			].join('\n'),
		);
	});

	it('the placeholder for a card 2.0, which says nothing about the card', () => {
		const placeholder = [
			{ tag: 'img', image_key: 'img_v3_02ad_e19fca1f-912a-450e-95de-3c229091b53g' },
			{ tag: 'text', text: '请升级至最新版本客户端，以查看内容' },
			{ tag: 'text', text: '' },
		];
		expect(read({ title: null, elements: [placeholder] }).text).toBe('[Card]');
		expect(read({ title: 'Release', elements: [placeholder] }).text).toBe('Release');
	});

	it('an event with the card as it was sent in user_dsl', () => {
		const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Hi' }] } };
		const elements = [[{ tag: 'text', text: 'Fallback' }]];
		expect(read({ title: null, elements, user_dsl: JSON.stringify(card) }).text).toBe('Hi');
		const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
		for (const user_dsl of ['', 'x', '[]', `{"elements":${deep}}`]) {
			expect(read({ elements, user_dsl }).text).toBe('Fallback');
		}
	});

	it('raw_card_content, in which Markdown is rendered and people have names', () => {
		const text = (content: string) => ({ tag: 'text', property: { content } });
		const part = (tag: string, property: object) => ({ tag, id: `${tag}_1`, property });
		const list = [
			{ level: 0, type: 'ul', elements: [text('one')] },
			{ level: 1, type: 'ol', order: 2, elements: [text('two')] },
		];
		const code = [{ contents: [{ content: 'a := ' }, { content: '1' }] }];
		const elements = [
			part('markdown', {
				elements: [
					part('heading', { level: 2, content: 'Title' }),
					text('See '),
					part('link', { content: 'the page', url: { url: 'https://a.b' } }),
					part('br', {}),
					part('at', { userID: 'ou_2' }),
					part('code_span', { content: 'x' }),
					part('list', { items: list }),
					part('blockquote', { elements: [text('a'), part('br', {}), text('b')] }),
					part('code_block', { language: 'go', contents: code }),
					part('emoji', { key: 'OK' }),
					part('local_datetime', { milliseconds: '1699341315000' }),
				],
			}),
			part('person', { userID: 'ou_1' }),
			part('select_static', {
				options: [{ text: part('plain_text', { content: 'A' }), value: 'a' }],
				initialOption: 'a',
			}),
			part('input', {
				label: part('plain_text', { i18nContent: { en_us: 'Why' } }),
				defaultValue: 'Late',
			}),
			part('table', {
				columns: [{ name: 'userID', displayName: 'Who' }],
				rows: [{ userID: { data: 'Ann' } }],
			}),
			part('chart', { chartSpec: { title: { text: 'Sales' } } }),
			part('button', {
				text: part('plain_text', { content: 'OK' }),
				actions: [{ type: 'open_url' }],
			}),
		];
		const json_card = JSON.stringify({
			schema: 2,
			header: { property: { title: part('plain_text', { content: 'Raw' }) } },
			body: { property: { elements } },
		});
		const json_attachment = JSON.stringify({
			persons: { ou_1: { content: 'Ann' } },
			at_users: { ou_2: { content: 'Bob' } },
		});
		expect(read({ json_card, json_attachment, card_schema: 2 }).text).toBe(
			[
				'Raw',
				'## Title',
				'See [the page](https://a.b)',
				'@Bob`x`',
				'- one',
				'  2. two',
				'',
				'> a',
				'> b',
				'',
				'```go',
				'a := 1',
				'```',
				'[OK]2023-11-07T07:15:15Z',
				'@Ann',
				'[Menu: A (A)]',
				'[Input: Why, Late]',
				'| Who |',
				'| --- |',
				'| Ann |',
				'[Chart: Sales]',
				'[Button: OK]',
			].join('\n'),
		);
		const wide = part('markdown', { elements: [part('heading', { level: 1e9, content: 'T' })] });
		expect(read({ json_card: JSON.stringify({ body: { elements: [wide] } }) }).text).toBe(
			'###### T',
		);
	});

	it('a template, of which only the variables are known', () => {
		const template_variable = {
			title: 'Release',
			rows: [{ name: 'shop', n: 2 }],
			image: 'img_1',
			owner: 'ou_1',
			url: 'https://a.b',
		};
		const card = { type: 'template', data: { template_id: 'AAq', template_variable } };
		expect(read(card).text).toBe('Release\nshop\n2');
		expect(read({ type: 'template', data: { template_id: 'AAq' } }).text).toBe('[Card]');
		expect(read({ type: 'card', data: { card_id: '7' } }).text).toBe('[Card]');
	});

	it('a card without words yet: what the list of chats shows', () => {
		const config = { streaming_mode: true, summary: { content: '[Generating...]' } };
		expect(read({ schema: '2.0', config, body: { elements: [] } }).text).toBe('[Generating...]');
	});
});
