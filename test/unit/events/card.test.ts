import { readMessage } from '../../../nodes/shared/events/message';
import { readReceivedContent } from '../../../nodes/shared/events/reading';
import { BOT, bot, received, user } from './messages';

const read = (card: object) => readReceivedContent('interactive', JSON.stringify(card));

/** The text of a card 2.0 with these elements. */
const textOf = (...elements: object[]) => read({ schema: '2.0', body: { elements } }).text;

const plain = (content: string) => ({ tag: 'plain_text', content });
const option = (content: string, value = content) => ({ text: plain(content), value });

describe('the text of a card has every word that a person sees', () => {
	it('of the header', () => {
		const header = {
			title: plain('Release 1.2'),
			subtitle: plain('of the shop'),
			text_tag_list: [
				{ tag: 'text_tag', text: plain('urgent'), color: 'red' },
				{ tag: 'text_tag', text: plain('prod') },
			],
			template: 'blue',
			icon: { tag: 'standard_icon', token: 'chat_outlined' },
		};
		const text = 'Release 1.2\nof the shop\nurgent prod\nNow?';
		const now = { tag: 'markdown', content: 'Now?' };
		expect(read({ header, elements: [now] }).text).toBe(text);
		expect(read({ schema: '2.0', header, body: { elements: [now] } }).text).toBe(text);
	});

	it('of a div with fields and something beside it', () => {
		const div = {
			tag: 'div',
			text: { tag: 'lark_md', content: '**Errors**' },
			fields: [
				{ is_short: true, text: { tag: 'lark_md', content: '**Service**\ncheckout' } },
				{ is_short: true, text: plain('5 %') },
			],
			extra: { tag: 'button', text: plain('Mute'), value: { secret: 'no word' } },
		};
		const text = '**Errors**\n**Service**\ncheckout\n5 %\n[Button: Mute]';
		expect(textOf(div)).toBe(text);
		expect(read({ elements: [div] }).text).toBe(text);
	});

	it.each([
		[{ placeholder: plain('Choose') }, '[Menu: Choose (Ann, Bob)]'],
		[{ placeholder: plain('Choose'), initial_option: 'b' }, '[Menu: Bob (Ann, Bob)]'],
		[{ initial_index: 1 }, '[Menu: Ann (Ann, Bob)]'],
		[{ selected_values: ['b', 'a', 'x'] }, '[Menu: Bob, Ann (Ann, Bob)]'],
		[{ text: plain('More') }, '[Menu: More (Ann, Bob)]'],
		[{}, '[Menu: Ann, Bob]'],
		[{ options: [], placeholder: plain('Choose') }, '[Menu: Choose]'],
		[{ options: 'x' }, '[Menu]'],
	])('of a menu with %j', (more, text) => {
		const options = [option('Ann', 'a'), option('Bob', 'b'), { icon: {} }];
		for (const tag of ['select_static', 'multi_select_static', 'overflow']) {
			expect(textOf({ tag, options, ...more })).toBe(text);
		}
	});

	it('of a menu of people, as far as they are known', () => {
		const options = [{ value: 'ou_1' }, { value: 'ou_2' }];
		const menu = { tag: 'select_person', options, placeholder: plain('Who?') };
		expect(textOf(menu)).toBe('[Menu: Who?]');
		expect(textOf({ ...menu, initial_option: 'ou_2' })).toBe('[Menu: @ou_2]');
	});

	it.each([
		[{ label: plain('Why'), placeholder: plain('In words') }, '[Input: Why, In words]'],
		[{ placeholder: plain('In words'), default_value: 'Late' }, '[Input: Late]'],
		[{ label: plain('PIN'), input_type: 'password', default_value: '1234' }, '[Input: PIN]'],
		[{}, '[Input]'],
	])('of an input with %j', (more, text) => {
		expect(textOf({ tag: 'input', name: 'reason', ...more })).toBe(text);
	});

	it.each([
		[{ tag: 'date_picker', placeholder: plain('When?') }, '[Date: When?]'],
		[
			{ tag: 'date_picker', placeholder: plain('x'), initial_date: '2026-03-01' },
			'[Date: 2026-03-01]',
		],
		[{ tag: 'picker_time', initial_time: '10:30' }, '[Time: 10:30]'],
		[
			{ tag: 'picker_datetime', initial_datetime: '2026-03-01 10:30' },
			'[Date and time: 2026-03-01 10:30]',
		],
		[{ tag: 'checker', checked: true, text: { tag: 'lark_md', content: '*Done*' } }, '[x] *Done*'],
		[{ tag: 'checker', text: plain('Done') }, '[ ] Done'],
		[
			{ tag: 'img', img_key: 'img_1', alt: plain(''), title: plain('The shop') },
			'[Image: The shop]',
		],
		[{ tag: 'img', img_key: 'img_1', alt: plain('A chart') }, '[Image: A chart]'],
		[{ tag: 'img_combination', img_list: [{ img_key: 'a' }, { img_key: 'b' }] }, '[Image] [Image]'],
		[{ tag: 'select_img', options: [{ img_key: 'a' }, { img_key: 'b' }] }, '[Image] [Image]'],
		[{ tag: 'person', user_id: 'ou_1' }, '@ou_1'],
		[{ tag: 'person_list', persons: [{ id: 'ou_1' }, { id: 'ou_2' }] }, '@ou_1 @ou_2'],
		[{ tag: 'audio', file_key: 'file_1' }, '[Audio]'],
		[
			{ tag: 'note', elements: [{ tag: 'img', img_key: 'a' }, plain('Sent by the bot')] },
			'[Image] Sent by the bot',
		],
		[{ tag: 'hologram', text: plain('New'), elements: [plain('thing')] }, 'New\nthing'],
		[{ tag: 'constructor', content: 'New' }, 'New'],
	])('of %j', (element, text) => {
		expect(textOf(element)).toBe(text);
	});

	it('of containers, folded or not', () => {
		const hi = { tag: 'markdown', content: 'Hi' };
		const button = { tag: 'button', text: plain('Send') };
		expect(
			textOf(
				{ tag: 'column_set', columns: [{ tag: 'column', elements: [hi] }, { elements: [button] }] },
				{ tag: 'form', name: 'f', elements: [hi, { ...button, form_action_type: 'submit' }] },
				{
					tag: 'collapsible_panel',
					expanded: false,
					header: { title: { tag: 'markdown', content: '**More**' } },
					elements: [hi],
				},
				{ tag: 'interactive_container', elements: [hi], behaviors: [{ type: 'open_url' }] },
				{ tag: 'action', actions: [button, button] },
			),
		).toBe(
			'Hi\n[Button: Send]\nHi\n[Button: Send]\n**More**\nHi\nHi\n[Button: Send] [Button: Send]',
		);
	});

	it('of a table, with its values as they are shown', () => {
		const columns = [
			{ name: 'who', display_name: 'Customer', data_type: 'text' },
			{
				name: 'sum',
				display_name: 'Sum',
				data_type: 'number',
				format: { symbol: '¥', precision: 2, separator: true },
			},
			{ name: 'count', data_type: 'number' },
			{ name: 'size', display_name: 'Size', data_type: 'options' },
			{ name: 'owner', display_name: 'Owner', data_type: 'persons' },
			{ name: 'day', display_name: 'Day', data_type: 'date', date_format: 'YYYY/MM/DD' },
			{ name: 'link', display_name: 'Link', data_type: 'lark_md' },
		];
		const rows = [
			{
				who: 'A | B\nLtd',
				sum: 1234.5,
				count: 0.25,
				size: [{ text: 'S', color: 'blue' }, { text: 'M' }],
				owner: ['ou_1', 'ou_2'],
				day: 1699341315000,
				link: '<font color="red">[shop](https://a.b)</font>',
			},
			{ who: 'C', owner: 'ou_3', size: 'L', sum: 'n/a' },
		];
		expect(textOf({ tag: 'table', page_size: 1, columns, rows })).toBe(
			[
				'| Customer | Sum | count | Size | Owner | Day | Link |',
				'| --- | --- | --- | --- | --- | --- | --- |',
				'| A \\| B Ltd | ¥1,234.50 | 0.25 | S, M | @ou_1 @ou_2 | 2023-11-07T07:15:15Z | [shop](https://a.b) |',
				'| C | n/a |  | L | @ou_3 |  |  |',
			].join('\n'),
		);
		expect(textOf({ tag: 'table', columns: 'x', rows: [1] })).toBe('[Card]');
	});

	it('of a chart: its titles', () => {
		const chart = (title: unknown) => textOf({ tag: 'chart', chart_spec: { type: 'line', title } });
		expect(chart({ text: 'Sales' })).toBe('[Chart: Sales]');
		expect(chart([{ text: ['Sales', '2026'], subtext: 'in €' }])).toBe(
			'[Chart: Sales, 2026, in €]',
		);
		expect(chart({ text: 'Sales', visible: false })).toBe('[Chart]');
		expect(chart(undefined)).toBe('[Chart]');
	});

	describe('in one language', () => {
		it('of a text that has several: its own, else the first known one', () => {
			const i18n_content = { en_us: 'Hello', zh_cn: '你好' };
			expect(textOf({ tag: 'markdown', content: 'Hallo', i18n_content })).toBe('Hallo');
			expect(textOf({ tag: 'markdown', content: '', i18n_content })).toBe('你好');
			expect(textOf({ tag: 'markdown', i18n_content: { en_us: 'Hello', zh_cn: '' } })).toBe(
				'Hello',
			);
			expect(textOf({ tag: 'markdown', i18n_content: { fr_fr: 'Salut' } })).toBe('Salut');
			const text = { tag: 'plain_text', i18n: { ja_jp: 'OK' } };
			expect(textOf({ tag: 'button', text })).toBe('[Button: OK]');
		});

		it('of a card that has several', () => {
			const card = {
				i18n_header: { en_us: { title: plain('Hello') }, zh_cn: { title: plain('你好') } },
				i18n_elements: { en_us: [{ tag: 'hr' }], zh_cn: [{ tag: 'markdown', content: '世界' }] },
			};
			expect(read(card).text).toBe('你好\n世界');
			const { i18n_elements } = card;
			expect(read({ schema: '2.0', body: { i18n_elements } }).text).toBe('世界');
			const i18n_text_tag_list = { en_us: [{ tag: 'text_tag', text: plain('new') }] };
			expect(read({ header: { title: plain('T'), i18n_text_tag_list } }).text).toBe('T\nnew');
		});
	});

	it.each([
		["<font color='red'>5 %</font> of <text_tag color='blue'>all</text_tag>", '5 % of all'],
		["<link icon='x' url='https://a.b' pc_url=''>the page</link>", '[the page](https://a.b)'],
		['one<br>two<br />three', 'one\ntwo\nthree'],
		["<person id='ou_1' show_name=true></person> <at id=ou_2></at>", '@ou_1 @ou_2'],
		[
			"<local_datetime millisecond='1699341315000' format_type='date_num'></local_datetime>",
			'2023-11-07T07:15:15Z',
		],
		['<at id=all></at>, <at email=ann@example.com></at>', '@_all, @ann@example.com'],
		[
			'![hover](img_v2_1) &#42;a&#42; &lt;at id=all&gt;&lt;/at&gt; &amp;',
			'[Image] *a* <at id=all></at> &',
		],
		['`<font>&#42;` <font>.', '`<font>&#42;` .'],
		['- a\n- b\n\n| x | y |\n| - | - |\n| 1 | 2 |', '- a\n- b\n\n| x | y |\n| - | - |\n| 1 | 2 |'],
	])('of the Markdown %j', (content, text) => {
		expect(textOf({ tag: 'markdown', content })).toBe(text);
		expect(textOf({ tag: 'div', text: { tag: 'lark_md', content } })).toBe(text);
	});

	it('and text without Markdown stays as it is', () => {
		expect(textOf({ tag: 'div', text: plain('<font>&amp;</font>') })).toBe('<font>&amp;</font>');
	});

	it('but neither what a press would show nor what old clients do', () => {
		const button = {
			tag: 'button',
			text: plain('Delete'),
			confirm: { title: plain('Sure?'), text: plain('It is gone then') },
			hover_tips: plain('Careful'),
			value: { text: 'internal' },
			fallback: { tag: 'fallback_text', text: plain('Update your client') },
		};
		expect(textOf(button)).toBe('[Button: Delete]');
	});
});

describe('a card has no attachments', () => {
	it('for Lark refuses the download of its images: 234043', () => {
		const image = { tag: 'img', img_key: 'img_1' };
		const markdown = { tag: 'markdown', content: '![a](img_2)' };
		const row = [{ tag: 'img', image_key: 'img_3' }];
		for (const elements of [[image, markdown], [row]]) {
			expect(read({ elements }).attachments).toEqual([]);
		}
	});
});

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

describe('the text of a card does not grow without limit', () => {
	const long = 'long '.repeat(2_000);
	const times = <Part>(part: Part) => Array.from({ length: 2_000 }, () => part);

	it.each([
		[
			'an option with a long text, chosen often',
			{
				elements: [
					{
						tag: 'multi_select_static',
						options: [option(long, 'a')],
						selected_values: times('a'),
					},
				],
			},
		],
		[
			'somebody with a long name, named often',
			{
				json_card: JSON.stringify({
					body: { elements: times({ tag: 'at', property: { userID: 'a' } }) },
				}),
				json_attachment: JSON.stringify({ persons: { a: { content: long } } }),
			},
		],
		[
			'a table whose columns are all the same',
			{ elements: [{ tag: 'table', columns: times({ name: 'a' }), rows: [{ a: long }] }] },
		],
		[
			'deep headings and lists',
			{
				elements: [
					{
						tag: 'markdown',
						elements: times({ tag: 'list', items: [{ level: 1e9, content: 'a' }] }),
					},
				],
			},
		],
	])('%s', (_, card) => {
		expect(read(card).text.length).toBeLessThan(60 * JSON.stringify(card).length);
		expect(read(card).text.length).toBeLessThan(1_000_000);
	});
});

describe('mentions in a card as it was sent', () => {
	it('get names, and that of the bot goes', () => {
		const card = {
			elements: [{ tag: 'markdown', content: `<at id=${BOT}></at> ask <at id=ou_ann></at>` }],
		};
		const message = readMessage(
			received({
				message: { message_type: 'interactive', content: JSON.stringify(card) },
				mentions: [bot('@_user_1'), user('@_user_2', 'Ann Lee', 'ou_ann')],
			}),
			BOT,
		);
		expect(message?.text).toBe('ask @Ann Lee');
	});
});
