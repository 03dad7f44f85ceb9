import { chatCardContent, userCardContent } from '../../../../shared/content/share';
import { chatProperty, checkChatId } from '../../common/chat';
import { personProperty, readPerson } from '../../common/person';
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
			description: 'The group to share, by its chat_id (oc_...). The bot must be in it.',
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
			...personProperty,
			displayName: 'Person to Share',
			name: 'sharedUserId',
			description:
				'The person whose card is sent, by open_id (ou_...), email address or phone number. Not a bot.',
		},
	],
	async read(item) {
		const { id } = await readPerson(item, 'Person to Share', 'sharedUserId', ['open_id']);
		return userCardContent(id);
	},
};
