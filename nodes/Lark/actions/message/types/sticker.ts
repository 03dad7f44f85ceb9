import { fileContent } from '../../../../shared/content/key';
import { fileKeyField } from '../../../fields/fileKeys';
import type { MessageType } from './messageType';

export const stickerType: MessageType = {
	name: 'Sticker',
	value: 'sticker',
	description: 'A sticker that the bot has received',
	properties: [
		fileKeyField({
			displayName: 'Sticker File Key',
			description: 'Key of a sticker that the bot has received, from the content of its message',
		}).property,
	],
	read: (item) => fileContent('sticker', item.string('fileKey')),
};
