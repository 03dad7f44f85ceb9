import type { Resource } from '../operation';
import { batchMessageDelete } from './delete.operation';
import { batchMessageGetProgress } from './getProgress.operation';
import { batchMessageGetReadCount } from './getReadCount.operation';
import { batchMessageSend } from './send.operation';

export const batchMessageResource: Resource = {
	name: 'Batch Message',
	value: 'batchMessage',
	operations: [
		batchMessageSend,
		batchMessageGetProgress,
		batchMessageGetReadCount,
		batchMessageDelete,
	],
};
