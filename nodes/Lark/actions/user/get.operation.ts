import type { Client } from '@larksuiteoapi/node-sdk';

import { recogniseUserIds } from '../common/userIds';
import type { Operation } from '../operation';
import { simpleUser } from './simple';

/** GET /open-apis/contact/v3/users/:user_id, contact-v3/user/get. */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a user',
	description:
		'Get a Lark user by ID, with as much (name, email, phone, status) as the scopes of the app allow',
	properties: [
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
			description: 'An open_id (ou_), union_id (on_) or user_id',
		},
	],
	simplify: simpleUser,

	async execute(item) {
		const values = [item.string('userId').trim()].filter((value) => value !== '');
		const { user_id_type, ids } = recogniseUserIds('User ID', values);
		const { user } = await item.lark.call<Client['contact']['v3']['user']['get']>({
			method: 'GET',
			url: '/open-apis/contact/v3/users/:user_id',
			path: { user_id: ids[0] },
			query: { user_id_type },
		});
		return { ...user };
	},
};
