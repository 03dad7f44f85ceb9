import { option, plain, read, textOf } from './cards';

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
