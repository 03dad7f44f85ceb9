import type { CardText } from '../cardText';
import type { JsonObject } from '../json';
import { callbackOf, elementNamed, limitedText } from './answerElement';

/** A box to tick. */
export interface Checker {
	name: string;
	text: CardText;
	/** Whether it is ticked at the start. */
	checked?: boolean;
	/** How errors name it; by its name when it is left out. */
	where?: string;
}

/** Lark names no limit. */
const MAX_CHECKER_TEXT = 1000;

/**
 * Makes a box to tick. It has a callback also in a form, without which clients report an error.
 *
 * @throws InputError without a text
 * @see feishu-cards/card-json-v2-components, checker
 */
export const checker = (box: Checker): JsonObject => ({
	tag: 'checker',
	name: box.name,
	checked: box.checked === true,
	text: limitedText(`Text of ${elementNamed(box)}`, box.text, MAX_CHECKER_TEXT),
	...callbackOf(box.name),
});
