import { choiceOption } from './field';
import type { ItemParameters } from './item';

/**
 * The form of cards. Nothing else than the card as it was sent has the words of every card: simplified, a card
 * 2.0 is a request to upgrade the client.
 *
 * @see im-v1/message/get-message, card_msg_content_type
 */
export const cardFormat = choiceOption({
	displayName: 'Card Format',
	name: 'cardFormat',
	type: 'options',
	options: [
		{
			name: 'As Sent',
			value: 'user_card_content',
			description: 'The JSON that was sent, of version 1.0 or 2.0',
		},
		{
			name: 'Raw',
			value: 'raw_card_content',
			description: "Lark's own JSON, in which Markdown is parsed. Lark does not document it.",
		},
		{
			name: 'Simplified',
			value: 'simplified',
			description: 'Title and rows of elements. Of a card 2.0, there is only a placeholder.',
		},
	],
	default: 'user_card_content',
	description:
		'The form in which cards are returned. With Simplify on, only the text of cards is returned by default; with this option, content has the card itself.',
});

/** The query field for Card Format; Lark simplifies cards when there is none. */
export function cardContentType(item: ItemParameters): string | undefined {
	const format = cardFormat.read(item) ?? 'user_card_content';
	return format === 'simplified' ? undefined : format;
}
