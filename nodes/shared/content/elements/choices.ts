import { InputError } from '../../inputError';
import { quoted } from '../../values';
import type { CardText } from '../cardText';
import type { JsonObject } from '../json';
import { elementNamed, limitedText } from './answerElement';

/** One entry of a list. */
export interface CardChoice {
	text: CardText;
	/** What the app gets; differs from that of all other entries. */
	value: string;
}

/** The characters of an entry; Lark cuts longer ones in its clients. */
const MAX_CHOICE_TEXT = 100;

/**
 * Makes the entries of a list.
 *
 * @param name of the element, for the errors
 * @throws InputError without entries, for an entry without text or value, or a value that is there twice
 */
export function choiceOptions(name: string, choices: CardChoice[]): JsonObject[] {
	const where = elementNamed(name);
	if (choices.length === 0) {
		throw new InputError(`${where} has no options`, 'Add what people can choose from.');
	}
	const values = new Set<string>();
	return choices.map(({ text, value }, index) => {
		const option = `Option ${index + 1} of ${where}`;
		const shown = limitedText(`Text of ${option}`, text, MAX_CHOICE_TEXT);
		if (value.trim() === '') throw new InputError(`Value of ${option} is empty`, 'Enter a value.');
		if (values.has(value)) {
			throw new InputError(
				`${where} has two options with the value "${value}"`,
				'Give every option a value of its own.',
			);
		}
		values.add(value);
		return { text: shown, value };
	});
}

/**
 * Checks that what is chosen at the start is in the list.
 *
 * @param name of the element, for the error
 * @throws InputError for a value that no entry has
 */
export function checkChosen(name: string, choices: CardChoice[], chosen: string[]): void {
	const values = choices.map(({ value }) => value);
	const wrong = chosen.find((value) => !values.includes(value));
	if (wrong === undefined) return;
	throw new InputError(
		`Default of ${elementNamed(name)} cannot be ${quoted(wrong)}: it is no value of an option`,
		`Enter one of: ${values.slice(0, 20).join(', ')}.`,
	);
}
