import { asWritten, withoutMentions } from '../../../../shared/content/asWritten';
import type { ButtonAction, CardButton } from '../../../../shared/content/cardButton';
import { cardFormContent } from '../../../../shared/content/cardForm';
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

/**
 * Reads the fields of a card without JSON.
 *
 * @throws InputError for a value that cannot be used
 */
export async function readCardForm(item: OperationItem): Promise<MessageContent> {
	const isAsWritten = sendAsWritten.read(item) === true;
	/** What is Markdown of cards. */
	const written = (text: string) => (isAsWritten ? asWritten(withoutMentions(text)) : text);
	const inputs: CardInput[] = [];
	for (const [index, row] of item.rows('cardInputs.input').entries()) {
		inputs.push(await readCardInput(item, row, index, written));
	}
	return cardFormContent({
		title: item.string('cardTitle'),
		template: item.string('cardColor'),
		body: await readBody(item, isAsWritten),
		fields: item.rows('cardFields.field').map(({ name, value, short = true }: Row, index) => ({
			name: written(readText(`Name of field ${index + 1}`, name)),
			value: written(readText(`Value of field ${index + 1}`, value)),
			short: short === true,
		})),
		imageKey: item.string('options.cardImageKey'),
		inputs,
		buttons: item.rows('cardButtons.button').map(readButton),
		menu: readChoicesIn('Menu', item.value('options.cardMenu')),
		note: written(item.string('options.cardNote')),
	});
}
