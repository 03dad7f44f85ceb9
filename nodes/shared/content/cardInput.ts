import { InputError } from '../inputError';
import { elementNamed } from './elements/answerElement';
import { checker } from './elements/checker';
import type { CardChoice } from './elements/choices';
import { fieldLabel } from './elements/layout';
import { peopleSelect, personSelect } from './elements/personSelect';
import { datePicker, datetimePicker, timePicker } from './elements/datePickers';
import { multiSelect, singleSelect } from './elements/select';
import { textInput } from './elements/textInput';
import type { JsonObject } from './json';

/** What somebody fills in on a card without JSON. Whatever is '' or [] is left out. */
export interface CardInput {
	type: string;
	name: string;
	/** In Markdown of cards; of a checkbox, the text beside it. */
	label: string;
	placeholder: string;
	isRequired: boolean;
	/** Whether the answer is sent with a form, not at once. */
	isInForm: boolean;
	/** Of a list of several entries or people, the entries; of all others, one at most. */
	defaults: string[];
	/** Whether a checkbox is ticked. */
	isChecked: boolean;
	choices: CardChoice[];
	/** Open IDs; all members of the chat when there are none. */
	people: string[];
}

/** A default is the value of an entry, or the text that people see. */
function chosenOf({ choices, defaults }: CardInput): string[] {
	const values = new Set(choices.map(({ value }) => value));
	// Of entries with one text the first one counts, which is put in last.
	const byText = new Map([...choices].reverse().map(({ text, value }) => [text, value]));
	return defaults.map((given) => (values.has(given) ? given : (byText.get(given) ?? given)));
}

/** @throws InputError for several */
function oneOf(input: CardInput, defaults: string[]): string | undefined {
	if (defaults.length <= 1) return defaults[0];
	throw new InputError(
		`${elementNamed(input)} has ${defaults.length} defaults`,
		'Only a multi-select and people can have several.',
	);
}

const shared = ({ name, isRequired, isInForm, placeholder }: CardInput) => ({
	name,
	placeholder,
	required: isRequired,
	isAlone: !isInForm,
});

const text = (input: CardInput, kind: { rows?: number; isPassword?: boolean }): JsonObject =>
	textInput({ ...shared(input), ...kind, defaultValue: oneOf(input, input.defaults) });

const chooses = (input: CardInput) => ({
	...shared(input),
	people: input.people,
	chosen: input.defaults,
});

/** The lines of a long text before it grows. */
const ROWS = 4;

/** How each type is made; `several` are those that Lark takes in a form only. */
const TYPES: Record<string, { make(input: CardInput): JsonObject; several?: boolean }> = {
	text: { make: (input) => text(input, {}) },
	textarea: { make: (input) => text(input, { rows: ROWS }) },
	password: { make: (input) => text(input, { isPassword: true }) },
	dropdown: {
		make: (input) =>
			singleSelect({
				...shared(input),
				choices: input.choices,
				chosen: oneOf(input, chosenOf(input)),
			}),
	},
	multiSelect: {
		make: (input) =>
			multiSelect({ ...shared(input), choices: input.choices, chosen: chosenOf(input) }),
		several: true,
	},
	person: { make: (input) => personSelect(chooses(input)) },
	people: { make: (input) => peopleSelect(chooses(input)), several: true },
	date: { make: (input) => datePicker({ ...shared(input), date: oneOf(input, input.defaults) }) },
	time: { make: (input) => timePicker({ ...shared(input), time: oneOf(input, input.defaults) }) },
	datetime: {
		make: (input) => datetimePicker({ ...shared(input), datetime: oneOf(input, input.defaults) }),
	},
	checkbox: {
		make: ({ name, label, isChecked }) => checker({ name, text: label, checked: isChecked }),
	},
};

/** Whether an input has several answers, which makes a list of its default, and needs a form. */
export const hasSeveralAnswers = (type: string): boolean => TYPES[type]?.several === true;

function checkPlace(input: CardInput): void {
	if (input.isInForm) return;
	if (input.isRequired) {
		throw new InputError(
			`${elementNamed(input)} is required, but its answer is sent at once`,
			'Turn Required off, or set When Filled In to Wait for Submit.',
		);
	}
	if (hasSeveralAnswers(input.type)) {
		throw new InputError(
			`${elementNamed(input)} cannot send its answer at once: Lark takes several answers in a form only`,
			'Set When Filled In to Wait for Submit, or choose another Type.',
		);
	}
}

/**
 * Makes the elements of an input: its label, and what is filled in.
 *
 * @throws InputError that names the input when something about it cannot be used
 */
export function inputElements(input: CardInput): JsonObject[] {
	const { type, label, isRequired } = input;
	const made = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
	if (!made) {
		throw new InputError(
			`${elementNamed(input)} cannot have the type "${type}"`,
			`Choose its Type from the list: ${Object.keys(TYPES).join(', ')}.`,
		);
	}
	checkPlace(input);
	const hasLabel = label.trim() !== '' && type !== 'checkbox';
	return [...(hasLabel ? [fieldLabel(label, isRequired)] : []), made.make(input)];
}

/**
 * Checks that every input has a name of its own.
 *
 * @throws InputError for one without a name, or with that of another one
 * @see feishu-cards/card-json-v2-components, form-container: 200530 without a name
 */
export function checkInputNames(inputs: CardInput[]): void {
	const names = new Set<string>();
	for (const [index, { name, label }] of inputs.entries()) {
		if (name === '') {
			throw new InputError(
				`Input ${index + 1}${label.trim() && ` (${label})`} has no name`,
				'Enter a Name: the answer has it in the item of Lark Trigger.',
			);
		}
		if (names.has(name)) {
			throw new InputError(
				`Two inputs have the name "${name}"`,
				'Give every input a Name of its own.',
			);
		}
		names.add(name);
	}
}
