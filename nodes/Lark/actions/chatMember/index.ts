import type { Resource } from '../operation';
import { chatMemberAdd } from './add.operation';
import { chatMemberAddManagers } from './addManagers.operation';
import { chatMemberCheckMembership } from './checkMembership.operation';
import { chatMemberGetAll } from './getAll.operation';
import { chatMemberJoin } from './join.operation';
import { chatMemberRemove } from './remove.operation';
import { chatMemberRemoveManagers } from './removeManagers.operation';

export const chatMemberResource: Resource = {
	name: 'Chat Member',
	value: 'chatMember',
	operations: [
		chatMemberGetAll,
		chatMemberAdd,
		chatMemberAddManagers,
		chatMemberCheckMembership,
		chatMemberJoin,
		chatMemberRemove,
		chatMemberRemoveManagers,
	],
};
