import { InputError } from '../inputError';
import { cardContent } from './card';
import { cardButtons, type CardButton } from './cardButton';
import { withButtonIds, withElementIds } from './cardEntity';
import { checkInputNames, inputElements, type CardInput } from './cardInput';
import { markdownElement, noteElement, plainText } from './cardText';
import type { CardChoice } from './elements/choices';
import { columnSet, flow, form } from './elements/layout';
import { overflowMenu } from './elements/overflow';
import { freeName } from './freeName';
import type { JsonObject } from './json';
import { checkKey } from './key';
import type { MessageContent } from './message';

/** A name with its value, side by side with the next one when it is short. */
export interface CardField {
	name: string;
	value: string;
	short: boolean;
}

/** What stands in a card without JSON. Whatever is '' or [] is left out. */
export interface CardFormParts {
	/** Elements made from Markdown. */
	body: JsonObject[];
	fields: CardField[];
	imageKey: string;
	inputs: CardInput[];
	buttons: CardButton[];
	/** What is behind the three dots beside the buttons. */
	menu: CardChoice[];
	note: string;
}

/** A card without JSON. */
export interface CardForm extends CardFormParts {
	title: string;
	/** Colour of the header. */
	template: string;
	/** Whether its elements get IDs, by which they can be changed later. */
	named?: boolean;
}

/** One row for each long field, and for each two short ones in a row. */
function fieldRows(fields: CardField[]): JsonObject[] {
	const rows: CardField[][] = [];
	for (const field of fields) {
		const row = rows.at(-1);
		if (row?.length === 1 && row[0].short && field.short) row.push(field);
		else rows.push([field]);
	}
	return rows.map((row) =>
		columnSet(
			row.map(({ name, value }) => markdownElement(name ? `**${name}**\n${value}` : value)),
			'bisect',
			{ width: 'weighted', weight: 1 },
		),
	);
}

function image(imageKey: string): JsonObject {
	const img_key = checkKey('image_key', imageKey, 'Image Key');
	return { tag: 'img', img_key, alt: { tag: 'plain_text', content: '' } };
}

const row = (elements: JsonObject[]): JsonObject[] => (elements.length > 0 ? [flow(elements)] : []);

/** Inputs that answer at once, the form, and what else can be pressed. */
function interactive({ inputs, buttons, menu }: CardFormParts): JsonObject[] {
	checkInputNames(inputs);
	const inForm = inputs.filter(({ isInForm }) => isInForm);
	const alone = inputs.filter(({ isInForm }) => !isInForm);
	const taken = new Set(inputs.map(({ name }) => name));
	const { ofForm, others } = cardButtons(buttons, taken, inForm.length > 0);
	const dots =
		menu.length > 0
			? [overflowMenu({ name: freeName('menu', taken), choices: menu, where: 'Menu' })]
			: [];
	return [
		...alone.flatMap(inputElements),
		...(inForm.length > 0
			? [form(freeName('form', taken), [...inForm.flatMap(inputElements), flow(ofForm)])]
			: []),
		...row([...others, ...dots]),
	];
}

/** What the ID of something to press or to fill in begins with. */
const controlName = ({ tag }: JsonObject): string =>
	tag === 'form' ? 'form' : tag === 'column_set' ? 'buttons' : 'input';

/** Elements by the names that their IDs begin with. */
function partsOf(parts: CardFormParts): Array<[name: string, elements: JsonObject[]]> {
	const { body, fields, imageKey, note } = parts;
	const controls = interactive(parts);
	const named = (name: string) => controls.filter((element) => controlName(element) === name);
	return [
		['body', body],
		['fields', fieldRows(fields)],
		['image', imageKey.trim() ? [image(imageKey)] : []],
		...['input', 'form', 'buttons'].map((name): [string, JsonObject[]] => [name, named(name)]),
		['line', note.trim() ? [{ tag: 'hr' }] : []],
		['note', note.trim() ? [noteElement(note)] : []],
	];
}

/**
 * Makes the elements of a card from its parts, as card JSON 2.0.
 *
 * @param named whether they get IDs: body, fields, image, input, form, buttons with button in it, line, note; a further
 * one of its kind gets a number, such as body_2
 * @throws InputError when a button, an input or an image cannot work
 */
export function cardFormElements(parts: CardFormParts, named = false): JsonObject[] {
	const all = partsOf(parts);
	return named
		? withButtonIds(all.flatMap(([name, elements]) => withElementIds(name, elements)))
		: all.flatMap(([, elements]) => elements);
}

/** Nothing was filled in for a card. */
export class EmptyCardError extends InputError {}

/**
 * Makes the content of a card from its parts, as card JSON 2.0.
 *
 * @throws EmptyCardError, and InputError when an input or button cannot work, or Lark would refuse the card
 * @see feishu-cards/card-json-v2-structure and card-json-v2-components
 */
export function cardFormContent(card: CardForm): MessageContent {
	const { title, template, named } = card;
	const elements = cardFormElements(card, named);
	if (elements.length === 0 && title.trim() === '') {
		throw new EmptyCardError(
			'The card is empty',
			'Enter a Title, a Body or anything else to show.',
		);
	}
	return cardContent({
		schema: '2.0',
		...(title.trim() && { header: { title: plainText(title), template } }),
		body: { elements },
	});
}
