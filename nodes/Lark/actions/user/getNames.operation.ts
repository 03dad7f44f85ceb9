import type { IDataObject } from 'n8n-workflow';

import { basicBatchUsers } from '../../../shared/lark/people';
import { chunk } from '../../fields/chunk';
import { recogniseUserIds, usersProperty } from '../../fields/userIds';
import type { Operation } from '../operation';

/** How many people one request takes (contact-v3/user/basic_batch, user_ids). */
const MAX_USERS = 10;

export const userGetNames: Operation = {
	name: 'Get Names',
	value: 'getNames',
	action: 'Get the names of users',
	description:
		'Get the names of Lark users by their IDs, also of people outside the contact scope of the app. One item per person.',
	endpoints: [basicBatchUsers],
	lanes: [],
	properties: [usersProperty],

	async execute(item) {
		const { user_id_type, ids } = recogniseUserIds('Users', item.strings('users'));
		const people: IDataObject[] = [];
		for (const user_ids of chunk(ids, MAX_USERS)) {
			const { users } = await item.lark.call(basicBatchUsers, {
				query: { user_id_type },
				body: { user_ids },
			});
			people.push(...(users ?? []));
		}
		return people;
	},
};
