import type { Press } from '../../../sandbox/control/press';
import { checkEvent, documentedEvents } from '../../../sandbox/events/documented-event';
import { receive } from './delivery-receiver';
import { bench, type SandboxSetup } from './support';

const text = (content: string) => ({ tag: 'plain_text', content });
const confirm = { title: text('Sure?'), text: text('It cannot be undone') };
const placeholder = text('Choose');
const callback = [{ type: 'callback', value: { key: 'k' } }];
const choices = [{ value: 'a' }, { value: 'b', disabled: true }, { value: 'c' }].map((option) => ({
	img_key: 'img_x',
	text: text(option.value),
	...option,
}));

/** Sends a card with these elements and gives what the app receives of a press on it. */
async function cardOf(...elements: object[]) {
	const b = await bench({ seed: { app: { encryptKey: '' } } });
	const card = { schema: '2.0', body: { elements } };
	const sent = await b.send('interactive', card);
	const { url, received } = await receive(() => ({ body: '{}' }));
	b.sandbox.app.requestUrl = url;
	const message = sent.body.data.message_id;
	const press = async (given: Partial<Press>) => {
		await b.sandbox.press({ from: b.alice, message, ...given });
		const { event } = JSON.parse(received.at(-1)?.body ?? '{}') as { event: { action: object } };
		checkEvent(documentedEvents.find(({ type }) => type === 'card.action.trigger')!, event);
		return event.action;
	};
	return { b, message, press, received };
}

/** A form with these fields and a submit button. */
const form = (...fields: object[]) => ({
	tag: 'form',
	name: 'f',
	elements: [
		...fields,
		{
			tag: 'button',
			name: 'ok',
			text: text('OK'),
			form_action_type: 'submit',
			behaviors: callback,
		},
	],
});

describe('what a person does on a card, as the client sends it', () => {
	it.each([
		['button', 1],
		['name', 'go'],
		['element_id', 'el_go'],
		['words', 'Go'],
	])('a button is found by its %s', async (_by, button) => {
		const { press } = await cardOf(
			{ tag: 'button', text: text('Stop'), behaviors: callback },
			{ tag: 'button', name: 'go', element_id: 'el_go', text: text('Go'), value: { n: 1 } },
		);
		expect(await press({ button })).toEqual({ tag: 'button', name: 'go', value: { n: 1 } });
	});

	it('a button of JSON 2.0 without behaviors calls back without a value', async () => {
		const { press } = await cardOf({ tag: 'button', name: 'plain', text: text('Plain') });
		expect(await press({ button: 0 })).toEqual({ tag: 'button', name: 'plain' });
	});

	it.each([
		['multi_select_static', { options: choices }, ['c', 'a'], { options: ['c', 'a'] }],
		['overflow', { options: choices }, 'a', { option: 'a' }],
		['select_img', { options: choices }, 'c', { option: 'c' }],
		['picker_time', { placeholder }, '09:30', { option: '09:30 +0800' }],
		['picker_datetime', { placeholder }, '2026-04-01 09:30', { option: '2026-04-01 09:30 +0800' }],
	])(
		'%s alone is sent at once, with the time zone of the person',
		async (tag, more, answer, sent) => {
			const { b, press } = await cardOf({ tag, name: 'it', ...more, behaviors: callback });
			b.alice.timezone = 'Asia/Shanghai';
			const action = await press({ input: { index: 'it', answer } });
			const value = { key: 'k' };
			expect(action).toEqual({ tag, name: 'it', value, timezone: 'Asia/Shanghai', ...sent });
		},
	);

	it('people are chosen by any ID of theirs and sent as open_ids of the app', async () => {
		const { b, press } = await cardOf({ tag: 'multi_select_person', name: 'who' });
		const ids = b.sandbox.world.users.slice(0, 2).map((user) => b.sandbox.openIdOf(user));
		const action = await press({ input: { index: 'who', answer: ids } });
		expect(action).toMatchObject({ tag: 'multi_select_person', options: ids });
	});

	it('people who are offered but not in the chat do not count', async () => {
		const options = [{ value: 'ou_gone' }];
		const { b, press } = await cardOf({ tag: 'select_person', name: 'who', options });
		const answer = b.sandbox.openIdOf(b.alice);
		expect(await press({ input: { index: 'who', answer } })).toMatchObject({ option: answer });
	});

	it('the offset of a date is the one of that day', async () => {
		const { b, press } = await cardOf({ tag: 'date_picker', name: 'day', placeholder });
		const day = async (answer: string) =>
			((await press({ input: { index: 'day', answer } })) as { option: string }).option;
		b.alice.timezone = 'Europe/Berlin';
		expect(await day('2026-01-15')).toBe('2026-01-15 +0100');
		expect(await day('2026-07-15')).toBe('2026-07-15 +0200');
		b.alice.timezone = 'UTC';
		expect(await day('2026-07-15')).toBe('2026-07-15 +0000');
	});

	it('a form is sent with what stands there, but an initial value that cannot be shown is none', async () => {
		const { press } = await cardOf(
			form(
				{ tag: 'select_static', name: 'index', options: choices, initial_index: 3 },
				{ tag: 'select_static', name: 'gone', options: choices, initial_option: 'z' },
				{ tag: 'multi_select_static', name: 'list', options: choices, selected_values: ['a'] },
				{ tag: 'select_img', name: 'images', options: choices, multi_select: true },
				{ tag: 'input', name: 'locked', default_value: 'x', disabled: true },
			),
		);
		const action = await press({ button: 'ok', form: { images: ['a', 'c'] } });
		expect(action).toMatchObject({
			name: 'ok',
			value: { key: 'k' },
			form_value: { index: 'c', list: ['a'], images: ['a', 'c'], locked: 'x' },
		});
		expect(action).not.toHaveProperty('form_value.gone');
	});

	it('a confirmation that is cancelled sends nothing', async () => {
		const { press, received, b, message } = await cardOf(
			{ tag: 'button', name: 'del', text: text('Delete'), confirm, behaviors: callback },
			{ tag: 'select_static', name: 'pick', options: choices, confirm },
		);
		const cancelled = { from: b.alice, message, confirm: false };
		expect(await b.sandbox.press({ ...cancelled, button: 'del' })).toBeUndefined();
		const input = { index: 'pick', answer: 'a' };
		expect(await b.sandbox.press({ ...cancelled, input })).toBeUndefined();
		expect(received).toEqual([]);
		expect(b.sandbox.world.cards.tokens).toEqual([]);
		expect(await press({ button: 'del' })).toMatchObject({ name: 'del' });
	});
});

describe('what the client does not let a person do', () => {
	const open = {
		tag: 'button',
		text: text('Site'),
		behaviors: [{ type: 'open_url', default_url: 'https://example.com' }],
	};
	it.each<[string, object[], Partial<Press>]>([
		['is disabled', [{ tag: 'button', text: text('A'), disabled: true }], { button: 0 }],
		[
			'is disabled',
			[{ tag: 'input', name: 'i', disabled: true }],
			{ input: { index: 0, answer: 'x' } },
		],
		[
			'i is disabled',
			[form({ tag: 'input', name: 'i', disabled: true })],
			{ button: 0, form: { i: 'x' } },
		],
		[
			'an option that is not disabled',
			[{ tag: 'select_img', options: choices }],
			{ input: { index: 0, answer: 'b' } },
		],
		[
			'one of its options',
			[{ tag: 'overflow', options: choices }],
			{ input: { index: 0, answer: 'z' } },
		],
		[
			'a list without repeats',
			[{ tag: 'multi_select_static', options: choices }],
			{ input: { index: 0, answer: ['a', 'a'] } },
		],
		[
			'a date',
			[{ tag: 'date_picker', placeholder }],
			{ input: { index: 0, answer: '2026-02-30' } },
		],
		['a time', [{ tag: 'picker_time', placeholder }], { input: { index: 0, answer: '24:30' } }],
		[
			'a date with time',
			[{ tag: 'picker_datetime', placeholder }],
			{ input: { index: 0, answer: '2026-02-03' } },
		],
		[
			'has no callback',
			[{ tag: 'checker', text: text('A') }],
			{ input: { index: 0, answer: true } },
		],
		['does not ask', [{ tag: 'button', text: text('A') }], { button: 0, confirm: false }],
		['no button 0', [open], { button: 0 }],
		[
			'needs its field i',
			[form({ tag: 'multi_select_static', name: 'i', options: choices, required: true })],
			{ button: 0, form: { i: [] } },
		],
	])('%s', async (error, elements, given) => {
		const { b, message, received } = await cardOf(...elements);
		await expect(b.sandbox.press({ from: b.alice, message, ...given })).rejects.toThrow(error);
		expect(received).toEqual([]);
	});
});

describe('the routes of presses', () => {
	const put = async (b: SandboxSetup, method: string, path: string, body: object) => {
		const response = await fetch(`${b.sandbox.url}/sandbox/${path}`, {
			method,
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		return { status: response.status, body: (await response.json()) as object };
	};

	it('POST /sandbox/press takes a message_id, an element and values, and gives the toast in the language of the person', async () => {
		const { b, message } = await cardOf(form({ tag: 'input', name: 'why', required: true }));
		const toast = { type: 'info', content: 'Hi', i18n: { zh_cn: '你好' } };
		const { url, received } = await receive(() => ({ body: JSON.stringify({ toast }) }));
		b.sandbox.app.requestUrl = url;
		const [alice, bob] = b.sandbox.world.users.map((user) => b.sandbox.openIdOf(user));
		const press = { message_id: message, button: 'ok', form_value: { why: 'x' } };

		expect(await put(b, 'POST', 'press', { open_id: alice, ...press })).toEqual({
			status: 200,
			body: { toast: { type: 'info', content: 'Hi' } },
		});
		await put(b, 'PATCH', `users/${bob}`, { language: 'zh_cn', timezone: 'Asia/Shanghai' });
		expect(await put(b, 'POST', 'press', { open_id: bob, ...press })).toMatchObject({
			body: { toast: { content: '你好' } },
		});
		expect(received.map(({ body }) => body)).toEqual([
			expect.stringContaining(alice),
			expect.stringMatching(/"timezone":"Asia\/Shanghai"/),
		]);
		const empty = await put(b, 'POST', 'press', { open_id: bob, ...press, form_value: {} });
		expect(empty).toEqual({ status: 400, body: { error: 'The form needs its field why' } });
	});

	it.each([{ language: 'xx' }, { timezone: 'Mars/Base' }])(
		'PATCH /sandbox/users/:open_id refuses %j',
		async (change) => {
			const { b } = await cardOf({ tag: 'hr' });
			const path = `users/${b.sandbox.openIdOf(b.alice)}`;
			expect(await put(b, 'PATCH', path, change)).toMatchObject({ status: 400 });
		},
	);
});
