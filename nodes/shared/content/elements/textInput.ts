import { InputError } from '../../inputError';
import { plainText, type CardText } from '../cardText';
import type { JsonObject } from '../json';
import { answerElement, elementNamed, type AnswerElement } from './answerElement';

/** The characters that a field takes at most, which is also Lark's default. */
export const MAX_INPUT_LENGTH = 1000;

/** A field to write in. */
export interface TextInput extends AnswerElement {
	label?: CardText;
	/** Lines of a long text, which grows with what is written; one line without it. */
	rows?: number;
	/** Whether what is written is hidden. */
	isPassword?: boolean;
	defaultValue?: string;
	maxLength?: number;
}

function checkDefault(input: TextInput, maxLength: number): void {
	const { defaultValue = '' } = input;
	if (!Number.isInteger(maxLength) || maxLength < 1 || maxLength > MAX_INPUT_LENGTH) {
		throw new InputError(
			`${elementNamed(input)} cannot take ${maxLength} characters`,
			`Enter a Max Length from 1 to ${MAX_INPUT_LENGTH}.`,
		);
	}
	if (defaultValue.length <= maxLength) return;
	throw new InputError(
		`Default of ${elementNamed(input)} has ${defaultValue.length} characters of at most ${maxLength}`,
		'Shorten the default, or raise Max Length.',
	);
}

/**
 * Makes a field for a text, of one line or several.
 *
 * @throws InputError when the default does not fit
 * @see feishu-cards/card-json-v2-components, input: max_length 1 to 1000
 */
export function textInput(input: TextInput): JsonObject {
	const { label, rows, isPassword, defaultValue, maxLength = MAX_INPUT_LENGTH } = input;
	checkDefault(input, maxLength);
	return {
		...answerElement('input', input),
		...(label && { label: plainText(label), label_position: 'top' }),
		...(rows && { input_type: 'multiline_text', rows, auto_resize: true }),
		...(isPassword && { input_type: 'password' }),
		...(defaultValue && { default_value: defaultValue }),
		max_length: maxLength,
	};
}
