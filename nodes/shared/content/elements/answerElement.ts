import { InputError } from '../../inputError';
import { plainText, type CardText } from '../cardText';
import type { JsonObject } from '../json';

/** What elements that take an answer have in common. */
export interface AnswerElement {
	/** Key of the answer in `form_value`, and `name` of the callback of an element outside a form. */
	name: string;
	/** Whether the form cannot be submitted without an answer. Only in a form. */
	required?: boolean;
	placeholder?: CardText;
	/** Whether the element stands outside a form: its answer goes to the app at once. */
	isAlone?: boolean;
	/** How errors name it; by its name when it is left out. */
	where?: string;
}

/** How an error names an element. */
export const elementNamed = ({ name, where }: { name: string; where?: string }): string =>
	where ?? `Input "${name}"`;

/**
 * Makes what tells the app which element was used outside a form: Lark gives the name of elements in
 * forms only.
 *
 * @see feishu-cards/card-callback-communication, action.name
 */
export const callbackOf = (name: string): JsonObject => ({
	behaviors: [{ type: 'callback', value: { name } }],
});

/** @see feishu-cards/card-json-v2-components, placeholder */
const MAX_PLACEHOLDER = 100;

function checkLength(what: string, text: CardText, max: number): void {
	const texts = typeof text === 'string' ? [text] : Object.values(text);
	const longest = Math.max(...texts.map((one: string) => one.length));
	if (longest <= max) return;
	throw new InputError(
		`${what} has ${longest} characters of at most ${max}`,
		`Shorten it to ${max} characters.`,
	);
}

/**
 * Makes a text without markup of limited length.
 *
 * @param what names it in the error
 * @throws InputError when it is empty or too long
 */
export function limitedText(what: string, text: CardText, max: number): JsonObject {
	if (typeof text === 'string' && text.trim() === '') {
		throw new InputError(`${what} is empty`, 'Enter what people read there.');
	}
	checkLength(what, text, max);
	return plainText(text);
}

/**
 * Makes the fields that all elements with an answer share: tag, name, required, placeholder, the whole
 * width of the card, and outside a form the callback.
 *
 * @param fallback the placeholder of an element that cannot be without one
 * @throws InputError when the placeholder is too long
 */
export function answerElement(
	tag: string,
	element: AnswerElement,
	fallback?: CardText,
): JsonObject {
	const { name, required, placeholder, isAlone } = element;
	const shown = placeholder === undefined || placeholder === '' ? fallback : placeholder;
	return {
		tag,
		name,
		...(required && { required }),
		...(shown !== undefined && {
			placeholder: limitedText(`Placeholder of ${elementNamed(element)}`, shown, MAX_PLACEHOLDER),
		}),
		width: 'fill',
		...(isAlone && callbackOf(name)),
	};
}
