import { listChildDepartments } from '../../../shared/lark/departments';
import { departmentField, ROOT_DEPARTMENT } from '../../fields/department';
import { switchOption } from '../../fields/field';
import { optionsCollection } from '../../fields/options';
import { returnAllProperties } from '../../fields/returnAll';
import type { Operation } from '../operation';
import { simpleDepartment } from './simple';

const department = departmentField({
	default: ROOT_DEPARTMENT,
	description:
		'The department above, by its open_department_id (od-...) or department_id. 0 is the root department, for which the app needs all employees in its contact scope.',
});

const allLevels = switchOption({
	displayName: 'Include All Levels',
	name: 'fetch_child',
	type: 'boolean',
	default: true,
	description:
		'Whether to list the departments of all levels below, and not only of the next one. As a person, up to 1,000.',
});

export const departmentGetChildren: Operation = {
	name: 'Get Children',
	value: 'getChildren',
	action: 'Get the children of a department',
	description: 'List the Lark departments directly in a department, or all below it',
	endpoints: [listChildDepartments],
	lanes: [],
	properties: [
		department.property,
		...returnAllProperties,
		optionsCollection([allLevels.property]),
	],
	simplify: simpleDepartment,

	async execute(item) {
		const { department_id, department_id_type } = department.read(item);
		return await item.lark.list(
			listChildDepartments,
			{
				path: { department_id },
				query: { department_id_type, fetch_child: allLevels.read(item) },
			},
			{ pageSize: 50, limit: item.limit() },
		);
	},
};
