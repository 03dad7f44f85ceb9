import fc from 'fast-check';

import { InputError } from '../../../nodes/shared/inputError';
import { cardContent, templateContent } from '../../../nodes/shared/content/card';
import { cardFormContent, type CardForm } from '../../../nodes/shared/content/cardForm';
import type { MessageContent } from '../../../nodes/shared/content/message';
import { parseContent } from '../../../sandbox/content/parse';

const hr = { tag: 'hr' };
const card2 = (elements: unknown) => ({ schema: '2.0', body: { elements } });
const read = ({ content }: MessageContent) => parseContent('interactive', content);

describe('cardContent', () => {
	it.each([
		['card JSON 2.0', card2([hr])],
		['card JSON 1.0', { elements: [hr] }],
		['a translated card JSON 1.0', { i18n_elements: { en_us: [hr] } }],
		['a template', { type: 'template', data: { template_id: 'AAq' } }],
		[
			'values with a key named tag',
			card2([
				{
					tag: 'button',
					text: { tag: 'plain_text', content: 'A' },
					behaviors: [
						{
							type: 'callback',
							value: { rows: Array.from({ length: 300 }, () => ({ tag: 'x' })) },
						},
					],
				},
			]),
		],
	])('takes %s, as text and as an object', (_case, card) => {
		expect(read(cardContent(card))).toEqual(card);
		expect(cardContent(JSON.stringify(card))).toEqual(cardContent(card));
	});

	it('takes a card entity', () => {
		const entity = { type: 'card', data: { card_id: '7371' } };
		expect(JSON.parse(cardContent(entity).content)).toEqual(entity);
	});

	it('refuses what no JSON can say', () => {
		expect(() => cardContent(card2([{ tag: 'button', value: { n: 1n } }]))).toThrow(
			/Card cannot be written as JSON: .*BigInt/,
		);
	});

	it('takes a card as custom bots do', () => {
		const card = card2([hr]);
		expect(read(cardContent({ msg_type: 'interactive', card }))).toEqual(card);
	});

	it.each([
		[
			'a whole request to a custom bot',
			(card) => ({ timestamp: '1', sign: 's', msg_type: 'interactive', card }),
		],
		[
			'one with the card as text',
			(card) => ({ msg_type: 'interactive', card: JSON.stringify(card) }),
		],
		['the card alone', (card) => ({ card })],
		['the card alone as text', (card) => ({ card: JSON.stringify(card) })],
		['text of JSON in text of JSON', (card) => [JSON.stringify(card)][0]],
		['its content alone as text', (card) => ({ content: JSON.stringify(card) })],
		['its content with a card', (card) => ({ msg_type: 'interactive', content: { card } })],
		['the answer to a callback', (card) => ({ toast: {}, card: { type: 'raw', data: card } })],
		[
			'a request to a custom bot in a text within a card',
			(card) => ({ card: JSON.stringify({ msg_type: 'interactive', card }) }),
		],
		[
			'a request to im/v1/messages',
			(card) => ({ receive_id: 'oc_1', msg_type: 'interactive', content: JSON.stringify(card) }),
		],
	] as Array<[string, (card: unknown) => unknown]>)('takes %s', (_case, wrap) => {
		for (const card of [
			card2([hr]),
			{ elements: [hr] },
			{ type: 'card', data: { card_id: '7371' } },
		]) {
			expect(JSON.parse(cardContent(wrap(card)).content)).toEqual(card);
			expect(cardContent(JSON.stringify(wrap(card)))).toEqual(cardContent(card));
		}
	});

	it.each([
		['a request without a card', { msg_type: 'interactive' }, /elements is missing/],
		[
			'a request whose card is no JSON',
			{ msg_type: 'interactive', card: 'Hi' },
			/Card is not JSON/,
		],
		[
			'a request of another type',
			{ msg_type: 'text', content: '{"text":"Hi"}' },
			/elements is missing/,
		],
	])('refuses %s', (_case, json, message) => {
		expect(() => cardContent(json)).toThrow(message);
		expect(() => cardContent(json)).toThrow(InputError);
	});

	it.each([
		[
			'the rows of a table',
			{ tag: 'table', columns: [], rows: Array.from({ length: 300 }, () => ({ tag: 'x' })) },
		],
		[
			'a chart',
			{
				tag: 'chart',
				chart_spec: { data: { values: Array.from({ length: 300 }, () => ({ tag: 'x' })) } },
			},
		],
		['the value of a button', { tag: 'button', value: { list: Array(300).fill({ tag: 'x' }) } }],
	])('counts no key named tag in %s', (_case, element) => {
		expect(JSON.parse(cardContent(card2([element])).content)).toEqual(card2([element]));
	});

	it.each([
		['', /Card is empty/],
		['{"elements": [}', /Card is not JSON/],
		[[hr], /it is not an object/],
		[
			`{"elements":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
			/Card is nested more than 100 levels/,
		],
		[{}, /elements is missing/],
		[{ body: { elements: [hr] } }, /"schema": "2.0" is missing/],
		[{ schema: '3.0', body: { elements: [] } }, /schema is "3.0" instead of "2.0"/],
		[{ schema: '2.0', elements: [hr] }, /body is missing/],
		[{ schema: '2.0', body: {} }, /body\.elements is missing/],
		[card2([hr, { content: 'Hi' }]), /body\.elements\[1\] has no tag/],
		[{ type: 'template', data: {} }, /data\.template_id is missing/],
		[{ type: 'card' }, /data\.card_id is missing/],
	])('refuses %j', (card, message) => {
		expect(() => cardContent(card)).toThrow(message);
		expect(() => cardContent(card)).toThrow(InputError);
	});

	it('refuses more than 200 elements, wherever they are, and more than 30 KB', () => {
		const column = { tag: 'column', elements: Array(199).fill(hr) };
		expect(() => cardContent(card2([{ tag: 'column_set', columns: [column] }]))).toThrow(
			/201 elements of at most 200/,
		);
		expect(() => cardContent(card2([{ tag: 'markdown', content: 'a'.repeat(31_000) }]))).toThrow(
			/Card is too long/,
		);
	});

	it('refuses any other JSON with an error of its own', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (json) => {
				try {
					read(cardContent(json));
				} catch (error) {
					expect(error).toBeInstanceOf(InputError);
				}
			}),
		);
	});
});

describe('templateContent', () => {
	it('has its version and variables if there are any, lists and objects read from JSON', () => {
		expect(read(templateContent(' AAq ', '', []))).toEqual({
			type: 'template',
			data: { template_id: 'AAq' },
		});
		const variables = [
			{ name: 'service', value: 'checkout' },
			{ name: 'rows', value: '[{"n": 1}]' },
			{ name: 'owner', value: { id: 'ou_1' } },
			{ name: 'text', value: '[not JSON' },
		];
		expect(read(templateContent('AAq', '1.0.0', variables)).data).toEqual({
			template_id: 'AAq',
			template_version_name: '1.0.0',
			template_variable: {
				service: 'checkout',
				rows: [{ n: 1 }],
				owner: { id: 'ou_1' },
				text: '[not JSON',
			},
		});
	});

	it.each([
		['an object', JSON.parse('{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000))],
		['text of JSON', '['.repeat(5_000) + ']'.repeat(5_000)],
	])('refuses a variable that is %s of thousands of levels', (_case, value) => {
		const template = () => templateContent('AAq', '', [{ name: 'rows', value: value as unknown }]);
		expect(template).toThrow('Template variable rows is nested more than 100 levels deep');
		expect(template).toThrow(InputError);
	});

	it('refuses what has no ID, and variables without a name or twice', () => {
		const twice = { name: 'a', value: '' };
		expect(() => templateContent(' ', '', [])).toThrow('Template ID is empty');
		expect(() => templateContent('AAq', '', [{ name: '', value: 1 }])).toThrow(/has no name/);
		expect(() => templateContent('AAq', '', [twice, twice])).toThrow(/is there twice: a/);
	});
});

describe('cardFormContent', () => {
	const empty: CardForm = {
		title: '',
		template: 'blue',
		body: [],
		fields: [],
		imageKey: '',
		inputs: [],
		buttons: [],
		menu: [],
		note: '',
	};
	const form = (parts: Partial<CardForm>) => read(cardFormContent({ ...empty, ...parts }));
	const open = {
		text: 'Open',
		style: 'primary',
		action: 'url',
		url: 'https://a.example',
		value: '',
	};

	it('is card JSON 2.0 with a header when there is a title', () => {
		expect(
			form({
				title: 'Down',
				template: 'red',
				body: [{ tag: 'markdown', content: '**checkout**' }],
			}),
		).toEqual({
			schema: '2.0',
			header: { title: { tag: 'plain_text', content: 'Down' }, template: 'red' },
			body: { elements: [{ tag: 'markdown', content: '**checkout**' }] },
		});
		expect(form({ body: [hr] })).not.toHaveProperty('header');
	});

	it('gives a button that starts the workflow its text where it has no value', () => {
		const callback = { ...open, action: 'callback' as const, url: '' };
		const values = ['', undefined, 'ok', '{"a":1}'].map((value) => {
			const card = form({ buttons: [{ ...callback, text: 'Approve', value } as never] });
			return /"behaviors":\[\{"type":"callback","value":(.*?)\}\]/.exec(JSON.stringify(card))?.[1];
		});
		expect(values).toEqual(['"Approve"', '"Approve"', '"ok"', '{"a":1}']);
	});

	it('puts two short fields in a row, and long ones alone', () => {
		const fields = [true, true, false, true, true].map((short, n) => ({
			name: `N${n}`,
			value: 'v',
			short,
		}));
		const { elements } = form({ fields }).body as { elements: Array<{ columns: unknown[] }> };
		expect(elements.map(({ columns }) => columns.length)).toEqual([2, 1, 2]);
		expect(JSON.stringify(elements[1])).toContain('**N2**\\nv');
	});

	it('has an image, buttons in a row and a note', () => {
		const act = { ...open, action: 'callback', value: '{"ok": true}' } as const;
		const { elements } = form({
			imageKey: 'img_1',
			buttons: [open as CardForm['buttons'][number], act],
			note: 'N',
		}).body as { elements: Array<Record<string, unknown>> };
		expect(elements.map(({ tag }) => tag)).toEqual(['img', 'column_set', 'hr', 'markdown']);
		expect(elements[1].columns).toMatchObject([
			{ elements: [{ behaviors: [{ type: 'open_url', default_url: 'https://a.example' }] }] },
			{ elements: [{ behaviors: [{ type: 'callback', value: { ok: true } }] }] },
		]);
	});

	it.each([
		['an empty card', {}, /The card is empty/],
		['a button without text', { buttons: [{ ...open, text: '' }] }, /Button 1 has no text/],
		['a button without URL', { buttons: [open, { ...open, url: 'a' }] }, /Button 2 has no valid/],
		['an image that is none', { imageKey: 'a.png' }, /Image Key cannot be/],
		[
			'a long card',
			{ body: [{ tag: 'markdown', content: 'a'.repeat(31_000) }] },
			/Card is too long/,
		],
	])('refuses %s', (_case, parts, message) => {
		expect(() => form(parts as Partial<CardForm>)).toThrow(message);
	});
});
