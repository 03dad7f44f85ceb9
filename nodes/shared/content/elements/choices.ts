import { InputError } from '../../inputError';
import { quoted } from '../../values';
import type { CardText } from '../cardText';
import type { JsonObject } from '../json';
import { limitedText } from './answerElement';

/** One entry of a list. */
export interface CardChoice {
	text: CardText;
	/** What the app gets; differs from that of all other entries. */
	value: string;
}

/** @see feishu-cards/card-json-v2-components, overflow */
const MAX_CHOICE_TEXT = 100;

/**
 * Makes the entries of a list.
 *
 * @param where how errors name the element
 * @throws InputError without entries, for an entry without text or value, or a value that is there twice
 */
export function choiceOptions(where: string, choices: CardChoice[]): JsonObject[] {
	if (choices.length === 0) {
		throw new InputError(`${where} has no choices`, 'Add what people can choose from.');
	}
	const values = new Set<string>();
	return choices.map(({ text, value }, index) => {
		const option = `Choice ${index + 1} of ${where}`;
		const shown = limitedText(`Text of ${option}`, text, MAX_CHOICE_TEXT);
		if (value.trim() === '') throw new InputError(`Value of ${option} is empty`, 'Enter a value.');
		if (values.has(value)) {
			throw new InputError(
				`${where} has two choices with the value "${value}"`,
				'Give every choice a value of its own.',
			);
		}
		values.add(value);
		return { text: shown, value };
	});
}

/**
 * Checks that what is chosen at the start is in the list.
 *
 * @param where how the error names the element
 * @throws InputError for a value that no entry has
 */
export function checkChosen(where: string, choices: CardChoice[], chosen: string[]): void {
	const values = new Set(choices.map(({ value }) => value));
	const wrong = chosen.find((value) => !values.has(value));
	if (wrong === undefined) return;
	throw new InputError(
		`Default of ${where} cannot be ${quoted(wrong)}: it is none of the choices`,
		`Enter one of: ${[...values].slice(0, 20).join(', ')}.`,
	);
}
