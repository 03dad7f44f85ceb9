import { asWritten, withoutMentions } from '../../../../shared/content/asWritten';
import type { ButtonAction, CardButton } from '../../../../shared/content/cardButton';
import {
	cardFormContent,
	type CardForm,
	type CardFormParts,
} from '../../../../shared/content/cardForm';
import type { CardInput } from '../../../../shared/content/cardInput';
import type { JsonObject } from '../../../../shared/content/json';
import { loadMarkdown } from '../../../../shared/content/markdown';
import type { MessageContent } from '../../../../shared/content/message';
import { readBoolean, readText } from '../../../../shared/values';
import type { OperationItem } from '../../../fields/item';
import { sendAsWritten } from '../../../fields/sendAsWritten';
import { readCardInput, readChoicesIn } from './cardInputs';

type Row = Record<string, unknown>;

const ACTIONS: ButtonAction[] = ['url', 'callback', 'submit', 'reset'];

/** The tokenizer is loaded for a text only. */
async function readBody(item: OperationItem, isAsWritten: boolean): Promise<JsonObject[]> {
	const body = item.string('cardBody');
	if (body.trim() === '') return [];
	const { elements } = await loadMarkdown(isAsWritten);
	return elements(isAsWritten ? withoutMentions(body) : body);
}

function readButton(row: Row, index: number): CardButton {
	const where = `button ${index + 1}`;
	const { text, style, action, url, value } = row;
	const confirm = readBoolean(`Ask for Confirmation of ${where}`, row.confirm)
		? {
				title: readText(`Confirmation Title of ${where}`, row.confirmTitle),
				text: readText(`Confirmation Text of ${where}`, row.confirmText),
			}
		: undefined;
	return {
		text: readText(`Text of ${where}`, text),
		style: String(style ?? 'default'),
		action: ACTIONS.find((known) => known === action) ?? 'url',
		url: readText(`URL of ${where}`, url),
		value: value ?? '',
		confirm,
	};
}

/** What is Markdown of cards. */
const written = (text: string, isAsWritten: boolean): string =>
	isAsWritten ? asWritten(withoutMentions(text)) : text;

async function readInputs(item: OperationItem, isAsWritten: boolean): Promise<CardInput[]> {
	const inputs: CardInput[] = [];
	for (const [index, row] of item.rows('cardInputs.input').entries()) {
		inputs.push(await readCardInput(item, row, index, (text) => written(text, isAsWritten)));
	}
	return inputs;
}

/** How each part of a card without JSON is read. */
export type CardPart = keyof typeof PARTS;

const PARTS = {
	body: async (item: OperationItem, isAsWritten: boolean) => ({
		body: await readBody(item, isAsWritten),
	}),
	fields: (item: OperationItem, isAsWritten: boolean) => ({
		fields: item.rows('cardFields.field').map(({ name, value, short = true }: Row, index) => ({
			name: written(readText(`Name of field ${index + 1}`, name), isAsWritten),
			value: written(readText(`Value of field ${index + 1}`, value), isAsWritten),
			short: short === true,
		})),
	}),
	image: (item: OperationItem) => ({ imageKey: item.string('options.cardImageKey') }),
	inputs: async (item: OperationItem, isAsWritten: boolean) => ({
		inputs: await readInputs(item, isAsWritten),
	}),
	buttons: (item: OperationItem) => ({
		buttons: item.rows('cardButtons.button').map(readButton),
	}),
	menu: (item: OperationItem) => ({
		menu: readChoicesIn('Menu', item.value('options.cardMenu')),
	}),
	note: (item: OperationItem, isAsWritten: boolean) => ({
		note: written(item.string('options.cardNote'), isAsWritten),
	}),
};

const PART_NAMES = Object.keys(PARTS) as CardPart[];

/**
 * Reads parts of a card without JSON; the others are empty.
 *
 * @throws InputError for a value that cannot be used
 */
export async function readCardParts(
	item: OperationItem,
	parts: readonly CardPart[] = PART_NAMES,
): Promise<CardFormParts> {
	const isAsWritten = sendAsWritten.read(item) === true;
	const read: CardFormParts = {
		body: [],
		fields: [],
		imageKey: '',
		inputs: [],
		buttons: [],
		menu: [],
		note: '',
	};
	for (const part of parts) Object.assign(read, await PARTS[part](item, isAsWritten));
	return read;
}

const readWholeForm = async (item: OperationItem): Promise<CardForm> => ({
	title: item.string('cardTitle'),
	template: item.string('cardColor'),
	...(await readCardParts(item)),
});

/**
 * Reads the fields of a card without JSON.
 *
 * @throws InputError for a value that cannot be used
 */
export async function readCardForm(item: OperationItem): Promise<MessageContent> {
	return cardFormContent(await readWholeForm(item));
}

/**
 * As `readCardForm`, with IDs for the elements, and with a body that text can be streamed into even if it is empty.
 */
export async function readNamedCardForm(item: OperationItem): Promise<MessageContent> {
	const form = await readWholeForm(item);
	const body = form.body.length > 0 ? form.body : [{ tag: 'markdown', content: '' }];
	return cardFormContent({ ...form, body, named: true });
}
