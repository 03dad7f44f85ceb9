import { InputError } from '../inputError';
import { cardContent } from './card';
import { cardButtons, type CardButton } from './cardButton';
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

/** A card without JSON. Whatever is '' or [] is left out. */
export interface CardForm {
	title: string;
	/** Colour of the header. */
	template: string;
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
function interactive({ inputs, buttons, menu }: CardForm): JsonObject[] {
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

/**
 * Makes the content of a card from its parts, as card JSON 2.0.
 *
 * @throws InputError when the card is empty, an input or button cannot work, or Lark would refuse the card
 * @see feishu-cards/card-json-v2-structure and card-json-v2-components
 */
export function cardFormContent(card: CardForm): MessageContent {
	const { title, template, body, fields, imageKey, note } = card;
	const elements = [
		...body,
		...fieldRows(fields),
		...(imageKey.trim() ? [image(imageKey)] : []),
		...interactive(card),
		...(note.trim() ? [{ tag: 'hr' }, noteElement(note)] : []),
	];
	if (elements.length === 0 && title.trim() === '') {
		throw new InputError('The card is empty', 'Enter a Title, a Body or anything else to show.');
	}
	return cardContent({
		schema: '2.0',
		...(title.trim() && { header: { title: plainText(title), template } }),
		body: { elements },
	});
}
