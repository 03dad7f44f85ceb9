import { listParentDepartments } from '../../../shared/lark/departments';
import { departmentField } from '../../fields/department';
import { returnAllProperties } from '../../fields/returnAll';
import type { Operation } from '../operation';
import { simpleDepartment } from './simple';

const department = departmentField();

export const departmentGetParents: Operation = {
	name: 'Get Parents',
	value: 'getParents',
	action: 'Get the parents of a department',
	description:
		'List the Lark departments above a department, the nearest one first and without the root',
	endpoints: [listParentDepartments],
	lanes: [],
	properties: [department.property, ...returnAllProperties],
	simplify: simpleDepartment,

	async execute(item) {
		return await item.lark.list(
			listParentDepartments,
			{ query: department.read(item) },
			{ pageSize: 50, limit: item.limit() },
		);
	},
};
