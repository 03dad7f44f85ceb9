import type { Resource } from '../operation';
import { add } from './add.operation';
import { getAll } from './getAll.operation';
import { getForMessages } from './getForMessages.operation';
import { remove } from './remove.operation';

export const reaction: Resource = {
	name: 'Reaction',
	value: 'reaction',
	operations: [add, remove, getAll, getForMessages],
};
