import { fileContent } from '../../../../shared/content/key';
import { fileKeyProperty } from '../../file/fields';
import type { MessageType } from './messageType';

export const sticker: MessageType = {
	name: 'Sticker',
	value: 'sticker',
	description: 'A sticker that the bot has received',
	properties: [
		{
			...fileKeyProperty,
			displayName: 'Sticker File Key',
			description: 'Key of a sticker that the bot has received, from the content of its message',
		},
	],
	read: (item) => fileContent('sticker', item.string('fileKey')),
};
