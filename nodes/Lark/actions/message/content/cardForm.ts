import { cardFormContent } from '../../../../shared/content/cardForm';
import type { MessageContent } from '../../../../shared/content/message';
import type { OperationItem } from '../../operation';

type Row = Record<string, unknown>;

const textOf = (value: unknown): string =>
	typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');

/**
 * Reads the fields of a card without JSON.
 *
 * @throws InputError for a value that cannot be used
 */
export function readCardForm(item: OperationItem): MessageContent {
	return cardFormContent({
		title: item.string('cardTitle'),
		template: item.string('cardColor'),
		body: item.string('cardBody'),
		fields: item.rows('cardFields.field').map(({ name, value, short = true }: Row) => ({
			name: textOf(name),
			value: textOf(value),
			short: short === true,
		})),
		imageKey: item.string('options.cardImageKey'),
		buttons: item.rows('cardButtons.button').map(({ text, style, action, url, value }: Row) => ({
			text: textOf(text),
			style: textOf(style ?? 'default'),
			action: action === 'callback' ? 'callback' : 'url',
			url: textOf(url),
			value: value ?? '',
		})),
		note: item.string('options.cardNote'),
	});
}
