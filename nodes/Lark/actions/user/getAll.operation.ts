import { findUsersByDepartment } from '../../../shared/lark/people';
import { departmentField, ROOT_DEPARTMENT } from '../../fields/department';
import { returnAllProperties } from '../../fields/returnAll';
import type { Operation } from '../operation';
import { simpleUser } from './simple';

const department = departmentField({
	default: ROOT_DEPARTMENT,
	description:
		'The department, by its open_department_id (od-...) or department_id. 0 is the root department, for which the app needs all employees in its contact scope.',
});

export const userGetAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many users',
	description: 'List the Lark users directly in a department, without those of its subdepartments',
	endpoints: [findUsersByDepartment],
	lanes: [],
	properties: [department.property, ...returnAllProperties],
	simplify: simpleUser,

	async execute(item) {
		return await item.lark.list(
			findUsersByDepartment,
			{
				query: department.read(item),
			},
			{ pageSize: 50, limit: item.limit() },
		);
	},
};
