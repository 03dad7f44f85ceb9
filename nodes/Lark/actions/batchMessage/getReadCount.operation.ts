import { getBatchReadCount } from '../../../shared/lark/batchMessages';
import { batchMessageId } from '../../fields/batchMessageId';
import type { Operation } from '../operation';

export const batchMessageGetReadCount: Operation = {
	name: 'Get Read Count',
	value: 'getReadCount',
	action: 'Get the read count of a batch message',
	description: 'Count how many people have read a Lark batch message. For 30 days.',
	endpoints: [getBatchReadCount],
	lanes: [],
	properties: [batchMessageId.property],

	async execute(item) {
		const batch_message_id = batchMessageId.read(item);
		const { read_user } = await item.lark.call(getBatchReadCount, {
			path: { batch_message_id },
		});
		return { batch_message_id, ...read_user };
	},
};
