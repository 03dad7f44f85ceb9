import {
	cardEntityData,
	isElementId,
	readElements,
	withButtonIds,
	withElementIds,
} from '../../../nodes/shared/content/cardEntity';
import type { MessageContent } from '../../../nodes/shared/content/message';

const cardOf = (card: object): MessageContent => ({
	msg_type: 'interactive',
	content: JSON.stringify(card),
});
const two = (elements: object[], more: object = {}) =>
	cardOf({ schema: '2.0', ...more, body: { elements } });

describe('a card entity', () => {
	it('is the card with more in its config, or the same card', () => {
		const card = { schema: '2.0', config: { width_mode: 'fill' }, body: { elements: [] } };
		const { data } = cardEntityData(cardOf(card), { streaming_mode: true });
		expect(JSON.parse(data)).toEqual({
			...card,
			config: { width_mode: 'fill', streaming_mode: true },
		});
		const plain = two([{ tag: 'hr' }]);
		expect(cardEntityData(plain)).toEqual({ type: 'card_json', data: plain.content });
	});

	it('is a template without its wrapper', () => {
		const data = { template_id: 'AAq' };
		expect(cardEntityData(cardOf({ type: 'template', data }))).toEqual({
			type: 'template',
			data: JSON.stringify(data),
		});
	});

	it('finds element IDs that are wrong or there twice, however deep', () => {
		const inner = { tag: 'form', elements: [{ tag: 'hr', element_id: 'a' }] };
		expect(() => cardEntityData(two([inner, { tag: 'hr', element_id: 'a' }]))).toThrow('"a" twice');
		expect(() => cardEntityData(two([{ tag: 'hr', element_id: 5 }]))).toThrow('element_id 5');
		const value = { element_id: 'not an ID' };
		expect(() => cardEntityData(two([{ tag: 'button', value }]))).not.toThrow();
	});

	it.each(['value', 'rows', 'chart_spec'])('takes nothing in %s for an element', (data) => {
		const element = { tag: 'x', [data]: { list: [{ tag: 'button', element_id: 'not an ID' }] } };
		expect(() => cardEntityData(two([element]))).not.toThrow();
		const list = [{ tag: 'button' }];
		expect(withButtonIds([{ tag: 'x', [data]: list, elements: list }])).toEqual([
			{ tag: 'x', [data]: list, elements: [{ element_id: 'button', tag: 'button' }] },
		]);
	});
});

describe('IDs of elements', () => {
	it.each([
		['body', true],
		['a_1', true],
		['a'.repeat(20), true],
		['a'.repeat(21), false],
		['1a', false],
		['_a', false],
		['', false],
		['a-b', false],
	])('%s: %s', (id, is) => expect(isElementId(id)).toBe(is));

	it('are given to those that have none', () => {
		const hr = { tag: 'hr' };
		expect(withElementIds('a', [hr, { ...hr, element_id: 'b' }, hr])).toEqual([
			{ element_id: 'a', tag: 'hr' },
			{ element_id: 'b', tag: 'hr' },
			{ element_id: 'a_3', tag: 'hr' },
		]);
	});
});

describe('the JSON of elements', () => {
	it('is one or a list of them', () => {
		expect(readElements('{"tag": "hr"}', 'Element JSON')).toEqual([{ tag: 'hr' }]);
		expect(readElements([{ tag: 'hr' }], 'Element JSON')).toEqual([{ tag: 'hr' }]);
	});

	it.each([
		['no element', [], 'is empty'],
		['a number', [5], 'without a tag'],
		['an empty tag', { tag: '' }, 'without a tag'],
		['too many', Array.from({ length: 201 }, () => ({ tag: 'hr' })), '201 elements of at most 200'],
	])('is refused for %s', (_what, value, message) => {
		expect(() => readElements(value, 'Element JSON')).toThrow(message);
	});
});
