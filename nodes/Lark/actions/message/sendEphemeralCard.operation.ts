import { sendEphemeralCard } from '../../../shared/lark/cards';
import { batchGetUserIds } from '../../../shared/lark/people';
import { chat } from '../../fields/chat';
import { personField } from '../../fields/person';
import type { Operation } from '../operation';
import { cardProperties, readCardObject } from './types/cardAlone';

const VIEWER_KINDS = ['open_id', 'user_id', 'email'] as const;

const viewer = personField(VIEWER_KINDS, {
	displayName: 'Visible To',
	name: 'viewer',
	description:
		'The member of the chat who sees the card, by open_id (ou_...), user_id, email address or phone number',
});

export const messageSendEphemeralCard: Operation = {
	name: 'Send Ephemeral Card',
	value: 'sendEphemeralCard',
	action: 'Send an ephemeral card',
	description:
		'Show a card to one person in a Lark group. It comes without a notification, and nobody else sees it. Not protected against sending twice.',
	endpoints: [sendEphemeralCard, batchGetUserIds],
	lanes: [chat],
	properties: [chat.property, viewer.property, ...cardProperties()],

	async execute(item) {
		const chat_id = chat.read(item);
		const card = await readCardObject(item);
		const { id, type } = await viewer.read(item);
		return await item.lark.call(sendEphemeralCard, {
			body: { chat_id, [type]: id, msg_type: 'interactive', card },
		});
	},
};
