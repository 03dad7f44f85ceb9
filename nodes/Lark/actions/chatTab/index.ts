import type { Resource } from '../operation';
import { chatTabAdd } from './add.operation';
import { chatTabGetAll } from './getAll.operation';
import { chatTabRemove } from './remove.operation';
import { chatTabSort } from './sort.operation';
import { chatTabUpdate } from './update.operation';

export const chatTabResource: Resource = {
	name: 'Chat Tab',
	value: 'chatTab',
	operations: [chatTabAdd, chatTabGetAll, chatTabRemove, chatTabSort, chatTabUpdate],
};
