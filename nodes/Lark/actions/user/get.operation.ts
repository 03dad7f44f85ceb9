import { batchGetUserIds, getUser } from '../../../shared/lark/people';
import { personField } from '../../fields/person';
import type { Operation } from '../operation';
import { simpleUser } from './simple';

const USER_ID_TYPES = ['open_id', 'union_id', 'user_id'] as const;

const person = personField(USER_ID_TYPES, {
	description: 'The person to get, by open_id (ou_...), user_id, email address or phone number',
});

export const userGet: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a user',
	description:
		'Get a Lark user by ID, email address or phone number, with as much (name, email, phone, status) as the scopes of the app allow',
	endpoints: [getUser, batchGetUserIds],
	lanes: [],
	properties: [person.property],
	simplify: simpleUser,

	async execute(item) {
		const { id, type } = await person.read(item);
		const { user } = await item.lark.call(getUser, {
			path: { user_id: id },
			query: { user_id_type: type },
		});
		return { ...user };
	},
};
