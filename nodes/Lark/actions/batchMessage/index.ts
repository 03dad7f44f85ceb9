import type { Resource } from '../operation';
import { deleteBatchMessage } from './delete.operation';
import { getProgress } from './getProgress.operation';
import { getReadCount } from './getReadCount.operation';
import { send } from './send.operation';

export const batchMessage: Resource = {
	name: 'Batch Message',
	value: 'batchMessage',
	operations: [send, getProgress, getReadCount, deleteBatchMessage],
};
