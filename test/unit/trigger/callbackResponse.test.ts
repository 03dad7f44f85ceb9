import fc from 'fast-check';

import { checkCallbackResponse } from '../../../nodes/shared/trigger/callback/callbackResponse';
import { InputError } from '../../../nodes/shared/inputError';

const CARD = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Done' }] } };
const TEMPLATE = { type: 'template', data: { template_id: 'AAq1' } };

describe('the answer to a callback', () => {
	it.each([
		['nothing', {}, {}],
		['a toast', { toast: { type: 'success', content: 'Hi' } }, undefined],
		['a toast in two languages', { toast: { type: 'info', i18n: { en_us: 'Hi' } } }, undefined],
		[
			'a toast of no style',
			{ toast: { content: 'Hi' } },
			{ toast: { type: 'info', content: 'Hi' } },
		],
		['a card as Lark wants it', { card: { type: 'raw', data: CARD } }, undefined],
		['a card by itself', { card: CARD }, { card: { type: 'raw', data: CARD } }],
		['a card as text', { card: JSON.stringify(CARD) }, { card: { type: 'raw', data: CARD } }],
		['a template', { card: TEMPLATE }, undefined],
		['the preview of a link', { inline: { title: 'A page' } }, undefined],
		[
			'JSON',
			'{"toast":{"type":"error","content":"No"}}',
			{ toast: { type: 'error', content: 'No' } },
		],
	])('can be %s', (_what, value, expected) => {
		expect(checkCallbackResponse(value)).toEqual(expected ?? value);
	});

	it.each([
		['a text', 'Done', 'not JSON'],
		['a list', [], 'not an object'],
		['with another field', { message: 'Workflow was started' }, 'unknown field, message'],
		['a toast as text', { toast: 'Done' }, 'not an object'],
		['a toast of another style', { toast: { type: 'warn', content: 'x' } }, 'toast.type is "warn"'],
		['a toast without text', { toast: { type: 'info' } }, 'no content'],
		['a toast with an empty text', { toast: { content: '' } }, 'empty'],
		['a toast with a number', { toast: { content: 1 } }, 'no text'],
		['a card without elements', { card: { schema: '2.0', body: {} } }, 'body.elements is missing'],
		['a card of a wrong kind', { card: { type: 'raw', data: 'x' } }, 'not JSON'],
		['a card entity', { card: { type: 'card', data: { card_id: '7' } } }, 'card entity'],
		['a template without ID', { card: { type: 'template', data: {} } }, 'template_id'],
	])('cannot be %s', (_what, value, reason) => {
		expect(() => checkCallbackResponse(value)).toThrow(reason);
		expect(() => checkCallbackResponse(value)).toThrow(InputError);
	});

	it('is right or an error that says why, whatever it is', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				try {
					expect(checkCallbackResponse({ toast: value, card: value })).toBeDefined();
				} catch (error) {
					expect(error).toBeInstanceOf(InputError);
				}
			}),
		);
	});
});
