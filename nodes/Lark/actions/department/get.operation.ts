import { getDepartment } from '../../../shared/lark/departments';
import { departmentField } from '../../fields/department';
import type { Operation } from '../operation';
import { simpleDepartment } from './simple';

const department = departmentField();

export const departmentGet: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a department',
	description:
		'Get a Lark department by its ID, with as much (name, department above, leader) as the scopes of the app allow',
	endpoints: [getDepartment],
	lanes: [],
	properties: [department.property],
	simplify: simpleDepartment,

	async execute(item) {
		const { department_id, department_id_type } = department.read(item);
		const data = await item.lark.call(getDepartment, {
			path: { department_id },
			query: { department_id_type },
		});
		return { ...data.department };
	},
};
