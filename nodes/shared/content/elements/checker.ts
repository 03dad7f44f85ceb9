import type { CardText } from '../cardText';
import type { JsonObject } from '../json';
import { elementNamed, limitedText } from './answerElement';

/** A box to tick. */
export interface Checker {
	name: string;
	text: CardText;
	/** Whether it is ticked at the start. */
	checked?: boolean;
}

const MAX_CHECKER_TEXT = 1000;

/**
 * Makes a box to tick. It has a callback also in a form, without which clients report an error.
 *
 * @throws InputError without a text
 * @see feishu-cards/card-json-v2-components, checker
 */
export const checker = ({ name, text, checked = false }: Checker): JsonObject => ({
	tag: 'checker',
	name,
	checked,
	text: limitedText(`Text of ${elementNamed(name)}`, text, MAX_CHECKER_TEXT),
	behaviors: [{ type: 'callback', value: { checker: name } }],
});
