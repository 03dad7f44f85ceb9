import { recallBatchMessage } from '../../../shared/lark/batchMessages';
import { batchMessageId } from '../../fields/batchMessageId';
import type { Operation } from '../operation';

export const batchMessageDelete: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a batch message',
	description:
		'Recall a Lark batch message from everybody who got it. Lark does it bit by bit: Get Progress tells how far it is.',
	endpoints: [recallBatchMessage],
	lanes: [],
	properties: [batchMessageId.property],

	async execute(item) {
		const batch_message_id = batchMessageId.read(item);
		await item.lark.call(recallBatchMessage, {
			path: { batch_message_id },
		});
		return { deleted: true, batch_message_id };
	},
};
