import { findUsersByDepartment } from '../../../shared/lark/people';
import { recogniseDepartmentId } from '../../fields/departmentId';
import { returnAllProperties } from '../../fields/returnAll';
import type { Operation } from '../operation';
import { simpleUser } from './simple';

export const userGetAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many users',
	description: 'List the Lark users directly in a department, without those of its subdepartments',
	endpoints: [findUsersByDepartment],
	lanes: [],
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
		return await item.lark.list(
			findUsersByDepartment,
			{
				query: recogniseDepartmentId(item.string('departmentId')),
			},
			{ pageSize: 50, limit: item.limit() },
		);
	},
};
