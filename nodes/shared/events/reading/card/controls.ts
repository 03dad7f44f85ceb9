import type { IDataObject } from 'n8n-workflow';

import { label } from '../reader';
import { toList, toText } from '../../values';
import { readPerson } from './inline';
import { toPart, type Names, type PartReader } from './part';
import { readWords } from './words';

export const buttonReader: PartReader = ({ text }, names) => [
	label('Button', readWords(text, names)),
];

/** A checkbox with its text. */
export const checkerReader: PartReader = ({ checked, text }, names) => [
	`[${checked === true ? 'x' : ' '}] ${readWords(text, names)}`,
];

/** A field for text: its label, and what is in it. What is in a field for a password is hidden. */
export const inputReader: PartReader = (part, names) => {
	const value = part.input_type === 'password' ? '' : toText(part.default_value);
	const shown = value || readWords(part.placeholder, names);
	return [label('Input', readWords(part.label, names), shown)];
};

/** A field for a date or a time: what is chosen, else its placeholder. */
export const pickerReader =
	(kind: string, initial: string): PartReader =>
	(part, names) => [label(kind, toText(part[initial]) || readWords(part.placeholder, names))];

/**
 * A menu: what is chosen, else its placeholder, and the options. Options that are people are given where
 * their names are known.
 */
export const menuReader: PartReader = (part, names) => {
	const options = toList(part.options).map((option) => readOption(option, names));
	const offered = options.flatMap(({ text }) => (text === '' ? [] : [text])).join(', ');
	const caption =
		chosenIn(part, options, names).join(', ') ||
		readWords(part.placeholder, names) ||
		readWords(part.text, names);
	return [label('Menu', caption && offered ? `${caption} (${offered})` : caption || offered)];
};

interface Option {
	value: string;
	text: string;
}

/** An option is its text alone in a simplified card. */
function readOption(option: unknown, names: Names): Option {
	const own = toText(option);
	if (own !== '') return { value: own, text: own };
	const { value, text } = toPart(option);
	return { value: toText(value), text: readWords(text, names) || (names.get(toText(value)) ?? '') };
}

/** What is chosen before anybody chooses. `initial_index` counts from 1. */
function chosenIn(part: IDataObject, options: Option[], names: Names): string[] {
	const { initial_option, initial_index, selected_values } = part;
	const indexed = options[Number(initial_index ?? 0) - 1];
	const values = new Set([...toList(selected_values).map(toText), toText(initial_option)]);
	const texts = new Map(options.map(({ value, text }) => [value, text]));
	const chosen = [...values]
		.filter((value) => value !== '')
		.map((value) => texts.get(value) || readPersonOrNothing(value, names));
	const found = chosen.filter((text) => text !== '');
	return found.length > 0 ? found : indexed ? [indexed.text] : [];
}

/** A person who is chosen without being offered; any other value is not what a person sees. */
const readPersonOrNothing = (value: string, names: Names): string =>
	value.startsWith('ou_') ? readPerson({ id: value }, names) : '';
