import { asWritten, withoutMentions } from '../../../../shared/content/asWritten';
import { cardFormContent } from '../../../../shared/content/cardForm';
import type { MessageContent } from '../../../../shared/content/message';
import { readText } from '../../../../shared/values';
import type { OperationItem } from '../../../fields/item';
import { sendAsWritten } from '../../../fields/sendAsWritten';

type Row = Record<string, unknown>;

/**
 * Reads the fields of a card without JSON.
 *
 * @throws InputError for a value that cannot be used
 */
export function readCardForm(item: OperationItem): MessageContent {
	const isAsWritten = sendAsWritten.read(item);
	/** What is Markdown of cards. */
	const written = (text: string) => (isAsWritten ? asWritten(withoutMentions(text)) : text);
	return cardFormContent({
		title: item.string('cardTitle'),
		template: item.string('cardColor'),
		body: written(item.string('cardBody')),
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
