import type { INodeProperties } from 'n8n-workflow';

import { withoutMentions } from '../../../../shared/content/asWritten';
import { loadMarkdown } from '../../../../shared/content/markdown';
import { placeMentions } from '../../../../shared/content/mention';
import { numberNames } from '../../../../shared/content/mentionNames';
import { InputError } from '../../../../shared/inputError';
import { choiceOption, textOption } from '../../../fields/field';
import type { OperationItem } from '../../../fields/item';
import { mentionNames, mentions } from '../../../fields/mentions';
import { sendAsWritten } from '../../../fields/sendAsWritten';
import { split } from '../../../fields/split';
import { attachmentsProperty, hasAttachments, withAttachments } from './attachments';
import type { MessageType, OutgoingMessage } from './messageType';

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
	const ids = await mentions.read(item);
	return placeMentions(numberNames(written, mentionNames(item, ids)), ids, '\n\n');
}

export const sendMarkdownAs = choiceOption({
	displayName: 'Send As',
	name: 'markdownAs',
	type: 'options',
	options: [
		{
			name: 'Automatic',
			value: 'auto',
			description: 'A card if the text has a table, rich text otherwise',
		},
		{
			name: 'Card',
			value: 'card',
			description: 'Shows tables and headings. Cannot be edited by Edit, but by Update Card.',
		},
		{
			name: 'Rich Text',
			value: 'post',
			description: 'Headings become bold lines, tables become blocks of code',
		},
	],
	default: 'auto',
	description: 'What the message is in Lark',
});

const markdownAs = async (
	item: OperationItem,
	as: 'auto' | 'card' | 'post',
): Promise<OutgoingMessage[]> => {
	const isPlain = as === 'post' || hasAttachments(item);
	if (as === 'card' && isPlain) {
		throw new InputError(
			'Attachments cannot be on a card',
			'Set Send As to Automatic or Rich Text, or send the files as messages of their own.',
		);
	}
	const writer = await loadMarkdown(sendAsWritten.read(item));
	const markdown = await markdownText(item);
	const isCard = as === 'card' || (!isPlain && writer.needsCard(markdown));
	const { messages, content } = isCard ? writer.card : writer;
	const title = markdownTitle.read(item);
	const written = split.read(item) ? messages(markdown, title) : [content(markdown, title)];
	return await withAttachments(item, written);
};

const markdownProperty: INodeProperties = {
	displayName: 'Markdown',
	name: 'markdown',
	type: 'string',
	typeOptions: { rows: 8 },
	default: '',
	required: true,
	placeholder: 'e.g. **Backup** of `db-1` has finished',
	description:
		'Text in Markdown, up to 30 KB. With a table, it is sent as a card (option Send As). An image is ![name](image_key).',
};

export const markdownType: MessageType = {
	name: 'Markdown',
	value: 'markdown',
	description: 'Headings, lists, tables, quotes, code and images',
	properties: [markdownProperty, mentions.property],
	options: [
		attachmentsProperty,
		sendAsWritten.property,
		sendMarkdownAs.property,
		split.property,
		markdownTitle.property,
	],
	read: async (item) => await markdownAs(item, sendMarkdownAs.read(item) ?? 'auto'),
};

/** What a message can become when it is edited: Lark turns no rich text into a card (im-v1/message/update). */
export const markdownEditType: MessageType = {
	...markdownType,
	description: 'Headings, lists, quotes, code and images in a rich text message',
	properties: [
		{
			...markdownProperty,
			description:
				'Text in Markdown, up to 30 KB. Headings become bold lines, tables become blocks of code. An image is ![name](image_key).',
		},
		mentions.property,
	],
	options: [sendAsWritten.property, markdownTitle.property],
	read: async (item) => await markdownAs(item, 'post'),
};
