import { asWritten } from '../../../../shared/content/asWritten';
import { splitForGroupBot } from '../../../../shared/content/groupBot';
import { groupBotMarkdown } from '../../../../shared/content/groupBotMarkdown';
import { imageContent } from '../../../../shared/content/key';
import type { MessageContent } from '../../../../shared/content/message';
import { chatCardContent } from '../../../../shared/content/share';
import { textContent } from '../../../../shared/content/text';
import { chatField } from '../../../fields/chat';
import { imageKeyField } from '../../../fields/fileKeys';
import { sendAsWritten } from '../../../fields/sendAsWritten';
import { split } from '../../../fields/split';
import { cardType } from '../types/card';
import { markdownText, markdownTitle, markdownType } from '../types/markdown';
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
		async read(item) {
			const text = await markdownText(item);
			return groupBotMarkdown(
				sendAsWritten.read(item) ? asWritten(text) : text,
				markdownTitle.read(item),
				split.read(item) === true,
			);
		},
	},
	richTextType,
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
	return splitForGroupBot(text, textContent, false);
}
