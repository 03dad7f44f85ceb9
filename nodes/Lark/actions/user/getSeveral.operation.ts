import type { IDataObject } from 'n8n-workflow';

import { batchGetUsers } from '../../../shared/lark/people';
import type { LarkClient } from '../../../shared/transport/client';
import { larkCodeOf } from '../../../shared/transport/larkCode';
import type { UserIdType } from '../../../shared/userId';
import { chunk } from '../../fields/chunk';
import { recogniseUserIds, usersProperty } from '../../fields/userIds';
import type { Operation } from '../operation';
import { inOrder } from '../records';
import { simpleUser } from './simple';

/** How many people one request takes (contact-v3/user/batch, user_ids). */
const MAX_USERS = 50;

/** With this Lark refuses a batch of which it finds nobody. */
const NOBODY_FOUND = 41050;

async function peopleOfBatch(
	lark: LarkClient,
	query: { user_id_type: UserIdType; user_ids: string[] },
): Promise<IDataObject[]> {
	const { items } = await lark.call(batchGetUsers, { query }).catch((error: Error) => {
		if (larkCodeOf(error) !== NOBODY_FOUND) throw error;
		return { items: [] };
	});
	return items ?? [];
}

export const userGetSeveral: Operation = {
	name: 'Get Many by ID',
	value: 'getSeveral',
	action: 'Get several users',
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
			people.push(...(await peopleOfBatch(item.lark, { user_id_type, user_ids })));
		}
		return inOrder(ids, people, user_id_type);
	},
};
