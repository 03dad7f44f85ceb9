import { receive } from './delivery-receiver';
import { bench, type SandboxSetup } from './support';

const text = (content: string) => ({ tag: 'plain_text', content });
const button = (more: object = {}) => ({ tag: 'button', text: text('Go'), ...more });
const submit = button({ name: 'ok', form_action_type: 'submit' });
const form = (...elements: object[]) => ({ tag: 'form', name: 'f', elements });
const option = (value?: string) => ({ text: text('Option'), value });
const card = (...elements: object[]) => ({ schema: '2.0', body: { elements } });

/** Containers in each other, from the outside, with an element inside. */
const nested = (depth: number): object =>
	depth === 0
		? { tag: 'hr' }
		: { tag: 'column_set', columns: [{ tag: 'column', elements: [nested(depth - 1)] }] };

const REFUSED: Array<[string, object[]]> = [
	['200530', [form({ tag: 'input' }, submit)]],
	['200530', [form({ tag: 'checker', name: '', text: text('A') }, submit)]],
	['200530', [form(nested(0), button({ form_action_type: 'submit' }))]],
	['200530', [{ tag: 'form', elements: [submit] }]],
	[
		'11310; ErrMsg: name is not unique; ErrorValue: a',
		[button({ name: 'a' }), button({ name: 'a' })],
	],
	['11310; ErrMsg: name is not unique; ErrorValue: ok', [form(submit), button({ name: 'ok' })]],
	['200621; ErrMsg: parse card json err, a form needs a submit button; ErrorValue: f', [form()]],
	['a form needs a submit button', [form(button({ name: 'b', form_action_type: 'reset' }))]],
	['type of element is not supported tag: form', [form(form(submit), submit)]],
	['type of element is not supported tag: table', [form({ tag: 'table', rows: [] }, submit)]],
	[
		'type of element is not supported tag: form',
		[{ tag: 'collapsible_panel', elements: [form(submit)] }],
	],
	[
		'type of element is not supported tag: form',
		[{ tag: 'column_set', columns: [{ tag: 'column', elements: [form(submit)] }] }],
	],
	['containers are nested too deeply', [nested(6)]],
	['200861', [{ tag: 'action', actions: [button()] }]],
	['200861', [{ tag: 'note', elements: [text('Note')] }]],
	['element_id 1a is invalid', [button({ element_id: '1a' })]],
	['is invalid', [button({ element_id: 'a'.repeat(21) })]],
	['300301', [button({ element_id: 'a' }), { tag: 'hr', element_id: 'a' }]],
	['11310; ErrMsg: element exceeds the limit', Array.from({ length: 101 }, () => button())],
	[
		'the value a of an option is not unique',
		[{ tag: 'select_static', options: [option('a'), option('a')] }],
	],
	['every option needs a value', [{ tag: 'overflow', options: [option()] }]],
	['every option needs text', [{ tag: 'multi_select_static', options: [{ value: 'a' }] }]],
	['options are required', [{ tag: 'select_static' }]],
	['every option needs img_key', [{ tag: 'select_img', options: [{ value: 'a' }] }]],
	['multi_select needs a form', [{ tag: 'select_img', multi_select: true, options: [] }]],
	[
		'of an option is not unique',
		[{ tag: 'select_person', options: [{ value: 'ou_1' }, { value: 'ou_1' }] }],
	],
	['placeholder is required without initial_date', [{ tag: 'date_picker' }]],
	['placeholder is required without initial_time', [{ tag: 'picker_time' }]],
	['placeholder is required without initial_datetime', [{ tag: 'picker_datetime' }]],
	['initial_date must be a date', [{ tag: 'date_picker', initial_date: '2026-02-30' }]],
	['initial_time must be a time', [{ tag: 'picker_time', initial_time: '9:00' }]],
	['max_length must be 1 to 1000', [{ tag: 'input', max_length: 1001 }]],
	['max_length must be 1 to 1000', [{ tag: 'input', max_length: 0 }]],
	[
		'default_value is longer than max_length',
		[{ tag: 'input', max_length: 1, default_value: 'ab' }],
	],
	['input_type email is unknown', [{ tag: 'input', input_type: 'email' }]],
	['text has more than 100 characters', [button({ text: text('x'.repeat(101)) })]],
	['type warning is unknown', [button({ type: 'warning' })]],
	['text is required', [{ tag: 'checker' }]],
	['confirm needs a title and a text', [button({ confirm: { title: text('Sure?') } })]],
	['behavior call is unknown', [button({ behaviors: [{ type: 'call' }] })]],
	['open_url needs default_url', [button({ behaviors: [{ type: 'open_url' }] })]],
	['behavior undefined is unknown', [button({ behaviors: [null] })]],
	['every option needs a value', [{ tag: 'overflow', options: [null] }]],
	['must be an object or a string', [button({ behaviors: [{ type: 'callback', value: 1 }] })]],
];

describe('a card JSON 2.0', () => {
	let b: SandboxSetup;
	beforeEach(async () => {
		b = await bench({ seed: { app: { encryptKey: '' } } });
	});

	it.each(REFUSED)('is refused with the reason %s', async (reason, elements) => {
		const { status, body } = await b.send('interactive', card(...elements));
		expect([status, body.code]).toEqual([400, 230099]);
		expect(body.msg).toContain(reason);
	});

	it.each(REFUSED)('cannot be the answer to a press: %s', async (reason, elements) => {
		const message = (await b.send('interactive', card(button()))).body.data.message_id;
		const answer = { card: { type: 'raw', data: card(...elements) } };
		const { url } = await receive(() => ({ body: JSON.stringify(answer) }));
		b.sandbox.app.requestUrl = url;
		const pressed = b.sandbox.press({ from: b.alice, message, button: 0 });
		await expect(pressed).rejects.toThrow(/^200673: /);
		await expect(pressed).rejects.toThrow(reason);
		expect(b.sandbox.world.message(message)?.updated).toBe(false);
	});

	it('can have everything that takes an answer, in a form, a panel and columns', async () => {
		const fields = [
			{ tag: 'input', name: 'i', required: true, max_length: 1000, label: text('Why') },
			{ tag: 'select_static', name: 's', options: [option('a'), option('b')] },
			{ tag: 'multi_select_person', name: 'p' },
			{ tag: 'date_picker', name: 'd', initial_date: '2028-02-29' },
			{ tag: 'picker_time', name: 't', placeholder: text('Time') },
			{ tag: 'checker', name: 'c', text: { tag: 'lark_md', content: '**Yes**' } },
			{ tag: 'select_img', name: 'm', multi_select: true, options: [{ img_key: 'k', value: 'a' }] },
		];
		const panel = { tag: 'collapsible_panel', header: { title: text('More') }, elements: fields };
		const menu = { tag: 'overflow', options: [option('a'), { text: text('Site'), multi_url: {} }] };
		const sent = await b.send('interactive', card(form(panel, nested(4), submit), menu, nested(5)));
		expect(sent.body.code).toBe(0);
	});

	it.each([600, 3_500])('is refused when its JSON has %i levels', async (levels) => {
		const deep = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
		const content = `{"schema":"2.0","body":{"elements":[{"tag":"chart","chart_spec":${deep}}]}}`;
		const { body } = await b.call('POST', 'im/v1/messages', {
			query: { receive_id_type: 'chat_id' },
			body: { receive_id: b.group.chatId, msg_type: 'interactive', content },
		});
		expect(body).toMatchObject({ code: 230099, msg: expect.stringContaining('too deeply') });
	});

	it.each([
		['lark_md of JSON 1.0', { elements: [{ tag: 'div', text: { tag: 'lark_md', content: 1 } }] }],
		['markdown of JSON 1.0', { elements: [{ tag: 'markdown', content: ['a'] }] }],
		[
			'plain_text of a title',
			{ header: { title: { tag: 'plain_text', content: {} } }, elements: [] },
		],
		['markdown of JSON 2.0', card({ tag: 'markdown', content: true })],
	])('is refused when its words are no text: %s', async (_, content) => {
		const { body } = await b.send('interactive', content);
		expect(body).toMatchObject({
			code: 230099,
			msg: expect.stringContaining('content must be a string'),
		});
	});

	it('of JSON 1.0 may have holes', async () => {
		const elements = [{ tag: 'column_set', columns: [null, { elements: [null, 1] }] }];
		expect((await b.send('interactive', { elements })).body.code).toBe(0);
	});

	it('may carry anything in its callback values', async () => {
		const value = { tag: 'form', name: 'ok', element_id: '!' };
		const sent = await b.send(
			'interactive',
			card(button({ behaviors: [{ type: 'callback', value }] })),
		);
		expect(sent.body.code).toBe(0);
	});

	it('is checked by the same rules when a message is updated', async () => {
		const message = (await b.send('interactive', card(button()))).body.data.message_id;
		const content = JSON.stringify(card(form({ tag: 'input' }, submit)));
		const patched = await b.call('PATCH', `im/v1/messages/${message}`, { body: { content } });
		expect(patched.body).toMatchObject({ code: 230099, msg: expect.stringContaining('200530') });
	});
});
