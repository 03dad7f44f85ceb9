import { MAX_GROUP_BOT_BYTES, splitForGroupBot } from '../../../../shared/content/groupBot';
import { imageContent } from '../../../../shared/content/key';
import { loadMarkdown } from '../../../../shared/content/markdown';
import type { MessageContent } from '../../../../shared/content/message';
import { chatCardContent } from '../../../../shared/content/share';
import { textContent } from '../../../../shared/content/text';
import { chatField } from '../../../fields/chat';
import { imageKeyField } from '../../../fields/fileKeys';
import { sendAsWritten } from '../../../fields/sendAsWritten';
import { split } from '../../../fields/split';
import { attachmentsProperty } from '../types/attachments';
import { cardType } from '../types/card';
import { markdownText, markdownTitle, markdownType, sendMarkdownAs } from '../types/markdown';
import { imageType } from '../types/media';
import type { MessageType } from '../types/messageType';
import { richTextType } from '../types/richText';
import { chatCardType } from '../types/share';
import { textType } from '../types/text';

/** A group bot cannot upload: it shows what an app has uploaded. */
const imageKey = imageKeyField({
	description: 'Key of an image that an app of your company has uploaded',
});

/** A group bot sees no chats, so there is no list to pick from. */
const sharedChat = chatField({
	displayName: 'Chat to Share',
	name: 'sharedChatId',
	description: 'The group to share, by its chat_id (oc_...)',
});
const sharedChatById = {
	...sharedChat.property,
	default: { mode: 'id', value: '' },
	modes: sharedChat.property.modes?.filter(({ name }) => name === 'id'),
};

/** A group bot neither uploads nor attaches files, and its Markdown is always a card. */
const NOT_HERE = [attachmentsProperty, sendMarkdownAs.property];

/** What a group bot can send: types of the app's bot, with other fields where it can do less. */
export const groupBotTypes: MessageType[] = [
	cardType,
	{
		...chatCardType,
		properties: [sharedChatById],
		read: (item) => chatCardContent(sharedChat.read(item)),
	},
	{
		...imageType,
		properties: [imageKey.property],
		read: (item) => imageContent(imageKey.read(item)),
	},
	{
		...markdownType,
		options: markdownType.options?.filter((option) => !NOT_HERE.includes(option)),
		async read(item) {
			const writer = await loadMarkdown(sendAsWritten.read(item));
			const [markdown, title] = [await markdownText(item), markdownTitle.read(item)];
			return split.read(item)
				? writer.cardsWithin(MAX_GROUP_BOT_BYTES).messages(markdown, title)
				: writer.card.content(markdown, title);
		},
	},
	{
		...richTextType,
		options: richTextType.options?.filter((option) => !NOT_HERE.includes(option)),
	},
	{
		...textType,
		async read(item) {
			const messages = [await textType.read(item)].flat();
			return split.read(item) ? messages.flatMap(splitAgain) : messages;
		},
	},
];

/** The parts for the app's bot may still be too long. */
function splitAgain({ content }: MessageContent): MessageContent[] {
	const { text } = JSON.parse(content) as { text: string };
	return splitForGroupBot(text, textContent);
}
