import type { INodeProperties } from 'n8n-workflow';

import type { OperationItem } from '../operation';

/** Fields that more than one operation on messages has. */

export const messageIdProperty: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.message_id }}',
	description: 'The message, by its message_id (om_...)',
};

/** `cardContent` reads it. */
export const cardsAsSentOption: INodeProperties = {
	displayName: 'Cards as Sent',
	name: 'cardsAsSent',
	type: 'boolean',
	default: true,
	description: 'Whether cards come with their whole JSON instead of only their title and texts',
};

/** The query field for Cards as Sent (im-v1/message/get-message, card_msg_content_type). */
export const cardContent = (item: OperationItem) =>
	item.option<boolean>('cardsAsSent') ? 'user_card_content' : undefined;
