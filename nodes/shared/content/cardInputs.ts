import { plainText, type CardText } from './cardText';
import type { JsonObject } from './json';

/** What elements that take an answer have in common; `name` is the key of the answer in `form_value`. */
export interface CardInput {
	name: string;
	/** Whether the form cannot be submitted without an answer. */
	required?: boolean;
	placeholder?: CardText;
}

/** One entry of a list; `value` is what the app gets, and differs from that of all others. */
export interface CardChoice {
	text: CardText;
	value: string;
}

const shared = ({ name, required, placeholder }: CardInput): JsonObject => ({
	name,
	...(required && { required }),
	...(placeholder && { placeholder: plainText(placeholder) }),
});

const optionsOf = (choices: CardChoice[]) =>
	choices.map(({ text, value }) => ({ text: plainText(text), value }));

/** A field for a text, of one line or several; Lark takes at most 1,000 characters. */
export const textInput = (
	input: CardInput & { rows?: number; defaultValue?: string; maxLength?: number },
): JsonObject => ({
	tag: 'input',
	...shared(input),
	width: 'fill',
	...(input.rows && { input_type: 'multiline_text', rows: input.rows, auto_resize: true }),
	...(input.defaultValue && { default_value: input.defaultValue }),
	max_length: input.maxLength ?? 1000,
});

/** A list of which one entry can be chosen. */
export const singleSelect = (
	input: CardInput & { choices: CardChoice[]; chosen?: string },
): JsonObject => ({
	tag: 'select_static',
	...shared(input),
	width: 'fill',
	options: optionsOf(input.choices),
	...(input.chosen && { initial_option: input.chosen }),
});

/** A list of which several entries can be chosen. */
export const multiSelect = (
	input: CardInput & { choices: CardChoice[]; chosen?: string[] },
): JsonObject => ({
	tag: 'multi_select_static',
	...shared(input),
	width: 'fill',
	options: optionsOf(input.choices),
	...(input.chosen && input.chosen.length > 0 && { selected_values: input.chosen }),
});

/** A person of the chat. */
export const personSelect = (input: CardInput): JsonObject => ({
	tag: 'select_person',
	...shared(input),
	width: 'fill',
});

/** A day, such as 2024-04-01. */
export const datePicker = (input: CardInput & { date?: string }): JsonObject => ({
	tag: 'date_picker',
	...shared(input),
	width: 'fill',
	...(input.date && { initial_date: input.date }),
});

/** A time of the day, such as 09:30. */
export const timePicker = (input: CardInput & { time?: string }): JsonObject => ({
	tag: 'picker_time',
	...shared(input),
	width: 'fill',
	...(input.time && { initial_time: input.time }),
});

/** A box to tick; clients want a value for it, also in a form, where it does not call back. */
export const checker = (input: {
	name: string;
	text: CardText;
	checked?: boolean;
}): JsonObject => ({
	tag: 'checker',
	name: input.name,
	checked: input.checked === true,
	text: plainText(input.text),
	behaviors: [{ type: 'callback', value: { checker: input.name } }],
});

/** A button that gives a value to the app, and in a form all answers of the form, too. */
export const callbackButton = (button: {
	text: CardText;
	style: string;
	value: JsonObject;
	/** In a form: the button submits it. */
	submits?: string;
}): JsonObject => ({
	tag: 'button',
	text: plainText(button.text),
	type: button.style,
	...(button.submits && { name: button.submits, form_action_type: 'submit' }),
	behaviors: [{ type: 'callback', value: button.value }],
});

/** A button that opens a web page. */
export const linkButton = (text: CardText, style: string, url: string): JsonObject => ({
	tag: 'button',
	text: plainText(text),
	type: style,
	behaviors: [{ type: 'open_url', default_url: url }],
});

/** Elements side by side, as many as fit into a line. */
export const flow = (elements: JsonObject[]): JsonObject => ({
	tag: 'column_set',
	flex_mode: 'flow',
	columns: elements.map((element) => ({ tag: 'column', width: 'auto', elements: [element] })),
});

/** Elements whose answers go to the app together. Stands directly in the body of the card. */
export const form = (name: string, elements: JsonObject[]): JsonObject => ({
	tag: 'form',
	name,
	elements,
});
