import type { IDataObject } from 'n8n-workflow';

import { batchGetUsers } from '../../../shared/lark/people';
import { chunk } from '../../fields/chunk';
import { recogniseUserIds, usersProperty } from '../../fields/userIds';
import type { Operation } from '../operation';
import { inOrder } from '../records';
import { simpleUser } from './simple';

/** How many people one request takes (contact-v3/user/batch, user_ids). */
const MAX_USERS = 50;

export const userGetSeveral: Operation = {
	name: 'Get Many by ID',
	value: 'getSeveral',
	action: 'Get many users by ID',
	description:
		'Get the profiles of Lark users by their IDs, as Get does for one. One item per ID, in their order: "found" tells whether the app can see the person.',
	endpoints: [batchGetUsers],
	lanes: [],
	properties: [usersProperty],
	simplify: simpleUser,

	async execute(item) {
		const { user_id_type, ids } = recogniseUserIds('Users', item.strings('users'));
		const people: IDataObject[] = [];
		for (const user_ids of chunk(ids, MAX_USERS)) {
			const { items } = await item.lark.call(batchGetUsers, { query: { user_id_type, user_ids } });
			people.push(...(items ?? []));
		}
		return inOrder(ids, people, user_id_type);
	},
};
