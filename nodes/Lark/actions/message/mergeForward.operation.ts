import type { Client } from '@larksuiteoapi/node-sdk';

import type { Operation } from '../operation';
import { forwardReceiverProperty, readForwardReceiver } from './forwardReceiver';
import { checkMessageIds } from './messageId';

/** POST /open-apis/im/v1/messages/merge_forward, im-v1/message/merge_forward; uuid is in the query. */
export const mergeForward: Operation = {
	name: 'Merge and Forward',
	value: 'mergeForward',
	action: 'Merge and forward messages',
	description:
		'Forward up to 100 Lark messages of one chat as a single message to another chat, thread or person',
	properties: [
		{
			displayName: 'Message IDs',
			name: 'messageIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. om_dc13264520392913993dd051dba21dcf, om_...',
			description:
				'The messages to forward, by their message_ids (om_...), separated by commas. They must be from one chat.',
		},
		forwardReceiverProperty,
	],

	async execute(item) {
		const message_id_list = checkMessageIds(item.strings('messageIds'));
		const { receive_id, receive_id_type } = await readForwardReceiver(item);
		const { message, invalid_message_id_list } = await item.lark.call<
			Client['im']['v1']['message']['mergeForward']
		>({
			method: 'POST',
			url: '/open-apis/im/v1/messages/merge_forward',
			query: { receive_id_type, uuid: item.uuid('forward', receive_id, ...message_id_list) },
			body: { receive_id, message_id_list },
		});
		return { ...message, invalid_message_id_list };
	},
};
