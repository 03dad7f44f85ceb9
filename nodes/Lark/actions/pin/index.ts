import type { Resource } from '../operation';
import { pinAdd } from './add.operation';
import { pinGetAll } from './getAll.operation';
import { pinRemove } from './remove.operation';

export const pinResource: Resource = {
	name: 'Pin',
	value: 'pin',
	operations: [pinAdd, pinRemove, pinGetAll],
};
