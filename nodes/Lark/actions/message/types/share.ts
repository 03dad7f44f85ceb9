import { chatCardContent, userCardContent } from '../../../../shared/content/share';
import { chatField } from '../../../fields/chat';
import { personField } from '../../../fields/person';
import type { MessageType } from './messageType';

const sharedChat = chatField({
	displayName: 'Chat to Share',
	name: 'sharedChatId',
	description: 'The group to share, by its chat_id (oc_...). The bot must be in it.',
});

const sharedPerson = personField(['open_id'], {
	displayName: 'Person to Share',
	name: 'sharedUserId',
	description:
		'The person whose card is sent, by open_id (ou_...), email address or phone number. Not a bot.',
});

export const chatCardType: MessageType = {
	name: 'Chat Card',
	value: 'share_chat',
	description: 'A card with which people can join a group, for 7 days',
	properties: [sharedChat.property],
	read: (item) => chatCardContent(sharedChat.read(item)),
};

export const userCardType: MessageType = {
	name: 'User Card',
	value: 'share_user',
	description: 'The contact card of a person',
	properties: [sharedPerson.property],
	async read(item) {
		const { id } = await sharedPerson.read(item);
		return userCardContent(id);
	},
};
