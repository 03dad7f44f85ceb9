import type { Resource } from '../operation';
import { chatMenuAdd } from './add.operation';
import { chatMenuGet } from './get.operation';
import { chatMenuRemove } from './remove.operation';
import { chatMenuSort } from './sort.operation';
import { chatMenuUpdateItem } from './updateItem.operation';

export const chatMenuResource: Resource = {
	name: 'Chat Menu',
	value: 'chatMenu',
	operations: [chatMenuGet, chatMenuAdd, chatMenuRemove, chatMenuSort, chatMenuUpdateItem],
};
