import type { Client } from '@larksuiteoapi/node-sdk';

import type { Operation } from '../operation';
import { batchMessageIdProperty, checkBatchMessageId } from './batchMessageId';

/** GET /open-apis/im/v1/batch_messages/:batch_message_id/get_progress, im-v1/batch_message/get_progress. */
export const getProgress: Operation = {
	name: 'Get Progress',
	value: 'getProgress',
	action: 'Get the progress of a batch message',
	description:
		'Count to how many people a Lark batch message was sent, and how many were recalled. For 30 days.',
	properties: [batchMessageIdProperty],

	async execute(item) {
		const batch_message_id = checkBatchMessageId(item.string('batchMessageId'));
		const progress = await item.lark.call<Client['im']['v1']['batchMessage']['getProgress']>({
			method: 'GET',
			url: '/open-apis/im/v1/batch_messages/:batch_message_id/get_progress',
			path: { batch_message_id },
		});
		return { batch_message_id, ...progress };
	},
};
