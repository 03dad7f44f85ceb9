import type { Client } from '@larksuiteoapi/node-sdk';

import type { Operation } from '../operation';
import { batchMessageIdProperty, checkBatchMessageId } from './batchMessageId';

/** GET /open-apis/im/v1/batch_messages/:batch_message_id/read_user, im-v1/batch_message/read_user. */
export const getReadCount: Operation = {
	name: 'Get Read Count',
	value: 'getReadCount',
	action: 'Get the read count of a batch message',
	description: 'Count how many people have read a Lark batch message. For 30 days.',
	properties: [batchMessageIdProperty],

	async execute(item) {
		const batch_message_id = checkBatchMessageId(item.string('batchMessageId'));
		const { read_user } = await item.lark.call<Client['im']['v1']['batchMessage']['readUser']>({
			method: 'GET',
			url: '/open-apis/im/v1/batch_messages/:batch_message_id/read_user',
			path: { batch_message_id },
		});
		return { batch_message_id, ...read_user };
	},
};
