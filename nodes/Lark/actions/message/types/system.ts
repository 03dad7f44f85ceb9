import { dividerContent } from '../../../../shared/content/divider';
import type { MessageType } from './messageType';

export const systemType: MessageType = {
	name: 'System',
	value: 'system',
	description: 'A dividing line with a text, in a direct chat with the bot',
	properties: [
		{
			displayName: 'Divider Text',
			name: 'dividerText',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. New session',
			description: 'At most 20 characters, or 10 Chinese ones',
		},
	],
	canReply: false,
	read: (item) => dividerContent(item.string('dividerText')),
};
