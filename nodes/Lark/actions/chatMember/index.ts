import type { Resource } from '../operation';
import { add } from './add.operation';
import { addManagers } from './addManagers.operation';
import { checkMembership } from './checkMembership.operation';
import { getAll } from './getAll.operation';
import { join } from './join.operation';
import { remove } from './remove.operation';
import { removeManagers } from './removeManagers.operation';

export const chatMember: Resource = {
	name: 'Chat Member',
	value: 'chatMember',
	operations: [getAll, add, addManagers, checkMembership, join, remove, removeManagers],
};
