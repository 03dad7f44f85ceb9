import { asWritten, withoutMentions } from '../../../../shared/content/asWritten';
import { cardFormContent } from '../../../../shared/content/cardForm';
import type { JsonObject } from '../../../../shared/content/json';
import { loadMarkdown } from '../../../../shared/content/markdown';
import type { MessageContent } from '../../../../shared/content/message';
import { readText } from '../../../../shared/values';
import type { OperationItem } from '../../../fields/item';
import { sendAsWritten } from '../../../fields/sendAsWritten';

type Row = Record<string, unknown>;

/** The tokenizer is loaded for a text only. */
async function readBody(item: OperationItem, isAsWritten: boolean): Promise<JsonObject[]> {
	const body = item.string('cardBody');
	if (body.trim() === '') return [];
	const { elements } = await loadMarkdown(isAsWritten);
	return elements(isAsWritten ? withoutMentions(body) : body);
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
		buttons: item
			.rows('cardButtons.button')
			.map(({ text, style, action, url, value }: Row, index) => ({
				text: readText(`Text of button ${index + 1}`, text),
				style: String(style ?? 'default'),
				action: action === 'callback' ? 'callback' : 'url',
				url: readText(`URL of button ${index + 1}`, url),
				value: value ?? '',
			})),
		note: written(item.string('options.cardNote')),
	});
}
