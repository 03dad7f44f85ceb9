import { chatCardContent, userCardContent } from '../../../../shared/content/share';
import { chatProperty, checkChatId } from '../../common/chat';
import type { MessageType } from './messageType';

export const chatCard: MessageType = {
	name: 'Chat Card',
	value: 'share_chat',
	description: 'A group to join, valid for 7 days',
	properties: [
		{
			...chatProperty,
			displayName: 'Chat to Share',
			name: 'sharedChatId',
			description: 'The group to share. The bot must be in it.',
		},
	],
	read: (item) => chatCardContent(checkChatId(item.string('sharedChatId'), 'Chat to Share')),
};

export const userCard: MessageType = {
	name: 'User Card',
	value: 'share_user',
	description: 'A person to get to know',
	properties: [
		{
			displayName: 'User Open ID',
			name: 'sharedUserId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. ou_0dd200d32fda15216d2c2ef1ddb32f76',
			description: 'Open ID of the person to share',
		},
	],
	read: (item) => userCardContent(item.string('sharedUserId')),
};
