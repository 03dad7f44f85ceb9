import { getBatchProgress } from '../../../shared/lark/batchMessages';
import { batchMessageId } from '../../fields/batchMessageId';
import type { Operation } from '../operation';

export const batchMessageGetProgress: Operation = {
	name: 'Get Progress',
	value: 'getProgress',
	action: 'Get the progress of a batch message',
	description:
		'Count to how many people a Lark batch message was sent, and how many were recalled. For 30 days.',
	endpoints: [getBatchProgress],
	lanes: [],
	properties: [batchMessageId.property],

	async execute(item) {
		const batch_message_id = batchMessageId.read(item);
		const progress = await item.lark.call(getBatchProgress, {
			path: { batch_message_id },
		});
		return { batch_message_id, ...progress };
	},
};
