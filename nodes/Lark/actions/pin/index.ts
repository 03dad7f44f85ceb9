import type { Resource } from '../operation';
import { add } from './add.operation';
import { getAll } from './getAll.operation';
import { remove } from './remove.operation';

export const pin: Resource = {
	name: 'Pin',
	value: 'pin',
	operations: [add, remove, getAll],
};
