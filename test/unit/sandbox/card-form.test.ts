import { checkEvent, documentedEvents } from '../../../sandbox/events/documented-event';
import type { Press } from '../../../sandbox/control/press';
import { receive } from './delivery-receiver';
import { bench, type SandboxSetup } from './support';

const text = (content: string) => ({ tag: 'plain_text', content });
const options = ['low', 'high'].map((value) => ({ text: text(value), value }));

const FORM = {
	tag: 'form',
	name: 'report',
	elements: [
		{ tag: 'input', name: 'title', required: true, max_length: 10 },
		{ tag: 'input', name: 'note' },
		{ tag: 'select_static', name: 'level', options, initial_option: 'low' },
		{ tag: 'multi_select_static', name: 'tags', options },
		{ tag: 'date_picker', name: 'due', placeholder: text('Due') },
		{ tag: 'checker', name: 'urgent', text: text('Urgent') },
		{ tag: 'select_person', name: 'who' },
		{
			tag: 'column_set',
			columns: [
				{
					tag: 'column',
					elements: [
						{ tag: 'button', name: 'send', text: text('Send'), form_action_type: 'submit' },
						{ tag: 'button', name: 'clear', text: text('Clear'), form_action_type: 'reset' },
					],
				},
			],
		},
	],
};
const CARD = {
	schema: '2.0',
	body: {
		elements: [
			FORM,
			{ tag: 'select_static', options, behaviors: [{ type: 'callback', value: { field: 'f' } }] },
			{ tag: 'button', text: text('Close'), behaviors: [{ type: 'callback', value: 'close' }] },
			{ tag: 'checker', name: 'done', text: text('Done'), behaviors: [{ type: 'callback' }] },
			{ tag: 'date_picker', name: 'day', placeholder: text('Day') },
			{ tag: 'input', name: 'word' },
		],
	},
};

describe('a person who fills in a card', () => {
	let b: SandboxSetup;
	let message: string;
	let bodies: string[];

	beforeEach(async () => {
		b = await bench({ seed: { app: { encryptKey: '' } } });
		message = (await b.send('interactive', CARD)).body.data.message_id;
		bodies = [];
		const { url } = await receive(({ body }) => {
			bodies.push(body);
			return { body: '{"toast":{"content":"Thanks"}}' };
		});
		b.sandbox.app.requestUrl = url;
	});

	const press = async (given: Partial<Press>) => {
		await b.sandbox.press({ from: b.alice, message, ...given });
		const { event } = JSON.parse(bodies.at(-1) ?? '') as { event: { action: object } };
		checkEvent(documentedEvents.find(({ type }) => type === 'card.action.trigger')!, event);
		return event.action;
	};

	it('sends the whole form by its submit button, with what stood there before', async () => {
		const who = b.sandbox.openIdOf(b.sandbox.world.users[1]);
		const form = { title: 'Disk full', due: '2026-04-01', tags: ['low', 'high'], who };
		expect(await press({ button: 0, form })).toEqual({
			tag: 'button',
			name: 'send',
			timezone: expect.any(String),
			form_value: {
				title: 'Disk full',
				note: '',
				level: 'low',
				tags: ['low', 'high'],
				due: expect.stringMatching(/^2026-04-01 [+-]\d{4}$/),
				urgent: false,
				who,
			},
		});
	});

	it('has the buttons outside of the form as before', async () => {
		expect(await press({ button: 1 })).toEqual({ tag: 'button', value: 'close' });
	});

	it.each([
		[
			{ index: 7, answer: 'high' },
			{ tag: 'select_static', option: 'high', value: { field: 'f' } },
		],
		[
			{ index: 8, answer: true },
			{ tag: 'checker', name: 'done', checked: true },
		],
		[{ index: 9, answer: '2026-04-01' }, { option: expect.stringMatching(/^2026-04-01 [+-]/) }],
		[
			{ index: 10, answer: 'Hello' },
			{ tag: 'input', name: 'word', input_value: 'Hello' },
		],
	])('answers an element that stands alone: %j', async (input, action) => {
		expect(await press({ input })).toMatchObject(action);
	});

	it.each([
		['The form needs its field title', { button: 0, form: {} }],
		['at most 10 characters', { button: 0, form: { title: 'far too long for this' } }],
		['The form has no field foo', { button: 0, form: { title: 'x', foo: 1 } }],
		['level must be one of its options', { button: 0, form: { title: 'x', level: 'mid' } }],
		['tags must be a list', { button: 0, form: { title: 'x', tags: 'low' } }],
		['who must be one of its people', { button: 0, form: { title: 'x', who: 'ou_0' } }],
		['due must be a date', { button: 0, form: { title: 'x', due: 'soon' } }],
		['urgent must be true or false', { button: 0, form: { title: 'x', urgent: 'yes' } }],
		['title is sent with its form', { input: { index: 0, answer: 'x' } }],
		['no input 11', { input: { index: 11, answer: 'x' } }],
		['no button 2', { button: 2 }],
	])('is stopped by the client: %s', async (error, given) => {
		await expect(press(given)).rejects.toThrow(error);
		expect(bodies).toEqual([]);
	});

	it('is among the deliveries, with request and answer, and is never repeated', async () => {
		await press({ button: 1 });
		expect(b.sandbox.deliveries).toMatchObject([
			{ eventType: 'card.action.trigger', status: 200, attempt: 1, done: true },
		]);
		const { url } = await receive(() => ({ status: 500 }));
		b.sandbox.app.requestUrl = url;
		await expect(press({ button: 1 })).rejects.toThrow('200671');
		expect(b.sandbox.deliveries[1]).toMatchObject({ status: 500, done: true });
		expect(b.sandbox.deliveries[1].nextAttemptAt).toBeUndefined();
	});
});
