import { withoutMentions } from '../../../../shared/content/asWritten';
import { loadMarkdown } from '../../../../shared/content/markdown';
import { placeMentions } from '../../../../shared/content/mention';
import { textOption } from '../../../fields/field';
import type { OperationItem } from '../../../fields/item';
import { mentions } from '../../../fields/mentions';
import { sendAsWritten } from '../../../fields/sendAsWritten';
import { split } from '../../../fields/split';
import type { MessageType } from './messageType';

/** The title above the text. */
export const markdownTitle = textOption({
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	placeholder: 'e.g. Nightly backup',
	description: 'Title above the text',
});

/** The Markdown of an item, with its mentions. */
export async function markdownText(item: OperationItem): Promise<string> {
	const text = item.string('markdown');
	const written = sendAsWritten.read(item) ? withoutMentions(text) : text;
	return placeMentions(written, await mentions.read(item), '\n\n');
}

export const markdownType: MessageType = {
	name: 'Markdown',
	value: 'markdown',
	description: 'Headings, lists, quotes, code and images in a rich text message',
	properties: [
		{
			displayName: 'Markdown',
			name: 'markdown',
			type: 'string',
			typeOptions: { rows: 8 },
			default: '',
			required: true,
			placeholder: 'e.g. **Backup** of `db-1` has finished',
			description:
				'Text in Markdown, up to 30 KB. Headings become bold lines. An image is ![name](image_key).',
		},
		mentions.property,
	],
	options: [sendAsWritten.property, split.property, markdownTitle.property],
	async read(item) {
		const writer = await loadMarkdown(sendAsWritten.read(item));
		const content = await markdownText(item);
		return split.read(item)
			? writer.messages(content, markdownTitle.read(item))
			: writer.content(content, markdownTitle.read(item));
	},
};
