import type { Client } from '@larksuiteoapi/node-sdk';

import { personProperty, readPerson } from '../common/person';
import { BOT_OR_USER, type Operation } from '../operation';
import { simpleUser } from './simple';

const USER_ID_TYPES = ['open_id', 'union_id', 'user_id'] as const;

/** GET /open-apis/contact/v3/users/:user_id, contact-v3/user/get. */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a user',
	description:
		'Get a Lark user by ID, email address or phone number, with as much (name, email, phone, status) as the scopes of the app allow',
	identities: BOT_OR_USER,
	properties: [
		{
			...personProperty,
			description: 'The person to get, by open_id (ou_...), user_id, email address or phone number',
		},
	],
	simplify: simpleUser,

	async execute(item) {
		const { id, type } = await readPerson(item, 'User', 'userId', USER_ID_TYPES);
		const { user } = await item.lark.call<Client['contact']['v3']['user']['get']>({
			method: 'GET',
			url: '/open-apis/contact/v3/users/:user_id',
			path: { user_id: id },
			query: { user_id_type: type },
		});
		return { ...user };
	},
};
