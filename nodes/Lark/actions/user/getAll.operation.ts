import type { Client } from '@larksuiteoapi/node-sdk';

import { returnAllProperties } from '../common/returnAll';
import type { Operation } from '../operation';
import { recogniseDepartmentId } from '../common/departmentId';
import { simpleUser } from './simple';

/** GET /open-apis/contact/v3/users/find_by_department, contact-v3/user/find_by_department. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many users',
	description: 'List the Lark users directly in a department, without those of its subdepartments',
	properties: [
		{
			displayName: 'Department ID',
			name: 'departmentId',
			type: 'string',
			default: '0',
			required: true,
			placeholder: 'e.g. od-4e6ac4d14bcd5071a37a39de902c7141',
			description:
				'An open_department_id (od-) or department_id. 0 is the root department, for which the app needs all employees in its contact scope.',
		},
		...returnAllProperties,
	],
	simplify: simpleUser,

	async execute(item) {
		return await item.lark.list<Client['contact']['v3']['user']['findByDepartment']>(
			{
				method: 'GET',
				url: '/open-apis/contact/v3/users/find_by_department',
				query: recogniseDepartmentId(item.string('departmentId')),
			},
			{ pageSize: 50, limit: item.limit() },
		);
	},
};
