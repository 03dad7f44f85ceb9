import type { Resource } from '../operation';
import { reactionAdd } from './add.operation';
import { reactionGetAll } from './getAll.operation';
import { reactionGetForMessages } from './getForMessages.operation';
import { reactionRemove } from './remove.operation';

export const reactionResource: Resource = {
	name: 'Reaction',
	value: 'reaction',
	operations: [reactionAdd, reactionRemove, reactionGetAll, reactionGetForMessages],
};
