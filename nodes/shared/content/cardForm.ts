import { InputError } from '../inputError';
import { isNothing } from '../values';
import { cardContent } from './card';
import { readJsonOrText, type JsonObject } from './json';
import { checkKey } from './key';
import type { MessageContent } from './message';

/** A name with its value, side by side with the next one when it is short. */
export interface CardField {
	name: string;
	value: string;
	short: boolean;
}

/** A button that opens a URL, or that sends a value to the app. */
export interface CardButton {
	text: string;
	style: string;
	action: 'url' | 'callback';
	url: string;
	/** Text, or an object, also as text of JSON; the text of the button when there is nothing. */
	value: unknown;
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
	buttons: CardButton[];
	note: string;
}

const markdown = (content: string): JsonObject => ({ tag: 'markdown', content });

const columns = (elements: JsonObject[], flex_mode: string, column: JsonObject): JsonObject => ({
	tag: 'column_set',
	flex_mode,
	columns: elements.map((element) => ({ tag: 'column', ...column, elements: [element] })),
});

/** One row for each long field, and for each two short ones in a row. */
function fieldRows(fields: CardField[]): JsonObject[] {
	const rows: CardField[][] = [];
	for (const field of fields) {
		const row = rows.at(-1);
		if (row?.length === 1 && row[0].short && field.short) row.push(field);
		else rows.push([field]);
	}
	return rows.map((row) =>
		columns(
			row.map(({ name, value }) => markdown(name ? `**${name}**\n${value}` : value)),
			'bisect',
			{ width: 'weighted', weight: 1 },
		),
	);
}

function button({ text, style, action, url, value }: CardButton, index: number): JsonObject {
	const where = `Button ${index + 1}`;
	if (text.trim() === '')
		throw new InputError(`${where} has no text`, 'Enter what is on the button.');
	if (action === 'url' && !URL.canParse(url)) {
		throw new InputError(
			`${where} has no valid URL: "${url}"`,
			'Enter a whole address such as https://example.com.',
		);
	}
	return {
		tag: 'button',
		text: { tag: 'plain_text', content: text },
		type: style,
		behaviors: [
			action === 'url'
				? { type: 'open_url', default_url: url }
				: { type: 'callback', value: isNothing(value) ? text : readJsonOrText(value) },
		],
	};
}

function image(imageKey: string): JsonObject {
	const img_key = checkKey('image_key', imageKey, 'Image Key');
	return { tag: 'img', img_key, alt: { tag: 'plain_text', content: '' } };
}

/**
 * Makes the content of a card from its parts, as card JSON 2.0.
 *
 * @throws InputError when the card is empty, a button cannot work, or Lark would refuse the card
 * @see feishu-cards/card-json-v2-structure and card-json-v2-components
 */
export function cardFormContent(form: CardForm): MessageContent {
	const { title, template, body, fields, imageKey, buttons, note } = form;
	const elements = [
		...body,
		...fieldRows(fields),
		...(imageKey.trim() ? [image(imageKey)] : []),
		...(buttons.length > 0 ? [columns(buttons.map(button), 'flow', { width: 'auto' })] : []),
		...(note.trim() ? [{ tag: 'hr' }, { ...markdown(note), text_size: 'notation' }] : []),
	];
	if (elements.length === 0 && title.trim() === '') {
		throw new InputError('The card is empty', 'Enter a Title, a Body or anything else to show.');
	}
	return cardContent({
		schema: '2.0',
		...(title.trim() && {
			header: { title: { tag: 'plain_text', content: title }, template },
		}),
		body: { elements },
	});
}
