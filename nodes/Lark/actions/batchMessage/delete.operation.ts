import type { Client } from '@larksuiteoapi/node-sdk';

import type { Operation } from '../operation';
import { batchMessageIdProperty, checkBatchMessageId } from './batchMessageId';

/** DELETE /open-apis/im/v1/batch_messages/:batch_message_id, im-v1/batch_message/delete. */
export const deleteBatchMessage: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a batch message',
	description:
		'Recall a Lark batch message from everybody who got it. Lark does it bit by bit: Get Progress tells how far it is.',
	properties: [batchMessageIdProperty],

	async execute(item) {
		const batch_message_id = checkBatchMessageId(item.string('batchMessageId'));
		await item.lark.call<Client['im']['v1']['batchMessage']['delete']>({
			method: 'DELETE',
			url: '/open-apis/im/v1/batch_messages/:batch_message_id',
			path: { batch_message_id },
		});
		return { batch_message_id, success: true };
	},
};
