import { el } from '../dom.js';
import { numbered } from './actions.js';
import { drawElements } from './elements.js';
import { drawHeader } from './header.js';
import { inLanguage } from './i18n.js';

/**
 * What the drawing of a card needs to know.
 *
 * @typedef {object} CardContext
 * @property {import('../text/inline.js').Draw} draw
 * @property {Map<object, number>} numbers of buttons and inputs
 * @property {Array<{ open_id: string, name: string }>} members of the chat, for lists of people
 * @property {string} language of the person who looks, such as `en_us`
 * @property {((press: Press) => Promise<void>) | undefined} press absent where nobody can press
 * @property {(nodes: any) => Node[]} elements draws elements inside others
 * @property {(form: FormState, nodes: any) => Node[]} within draws the elements of a form
 * @property {import('./typewriter.js').Typewriter['type']} [type] shows a text that may be typed out
 * @property {FormState} [form] the form around an element
 *
 * @typedef {{ button?: number, form_value?: Record<string, unknown>,
 *   input?: { index: number, answer: unknown } }} Press
 * @typedef {{ node: any, value: () => unknown, target: HTMLElement }} Field
 * @typedef {{ fields: Field[], resets: Array<() => void> }} FormState
 */

/** @param {any} card as it was sent, or as Lark gives it back (`title`, `elements`) */
export function cardTitle(card) {
	const { header, title, type, data } = card;
	if (type === 'template') return `template ${data?.template_id ?? ''}`;
	return header?.title?.content ?? (typeof title === 'string' ? title : '');
}

/**
 * Draws a card as Lark does.
 *
 * @param {any} original
 * @param {Pick<CardContext, 'draw' | 'members' | 'press' | 'language' | 'type'>} given
 */
export function drawCard(original, given) {
	const card = inLanguage(original, given.language);
	const context = contextOf({ ...given, numbers: numbered(card) });
	const place = card.schema ? card.body : card;
	const node = el('div', { className: 'card' }, ...drawHeader(card, context));
	const body = el('div', { className: 'card-body' });
	if (card.type === 'template' || card.type === 'card') body.append(...reference(card));
	else body.append(...context.elements(place?.elements ?? []));
	node.append(body);
	return node;
}

/**
 * @param {Pick<CardContext, 'draw' | 'members' | 'press' | 'language' | 'numbers' | 'type' | 'form'>} given
 * @returns {CardContext}
 */
function contextOf(given) {
	/** @type {CardContext} */
	const context = {
		...given,
		elements: (nodes) => drawElements(nodes, context),
		within: (form, nodes) => contextOf({ ...given, form }).elements(nodes),
	};
	return context;
}

/** @param {any} card the JSON of a template is in Lark alone @returns {Node[]} */
function reference({ type, data = {} }) {
	const id = type === 'template' ? data.template_id : data.card_id;
	const label = type === 'template' ? 'Card from the template' : 'Card entity';
	const variables = Object.entries(data.template_variable ?? {}).map(([name, value]) =>
		el(
			'li',
			{},
			el('b', {}, name),
			`: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
		),
	);
	return [el('p', { className: 'quiet' }, `${label} ${id}`), el('ul', {}, ...variables)];
}
