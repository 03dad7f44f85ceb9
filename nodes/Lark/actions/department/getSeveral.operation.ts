import type { IDataObject } from 'n8n-workflow';

import { batchGetDepartments } from '../../../shared/lark/departments';
import { chunk } from '../../fields/chunk';
import { departmentsProperty, recogniseDepartmentIds } from '../../fields/departmentIds';
import type { Operation } from '../operation';
import { inOrder } from '../records';
import { simpleDepartment } from './simple';

/** How many departments one request takes (contact-v3/department/batch, department_ids). */
const MAX_DEPARTMENTS = 50;

export const departmentGetSeveral: Operation = {
	name: 'Get Many by ID',
	value: 'getSeveral',
	action: 'Get several departments',
	description:
		'Get Lark departments by their IDs. One item per ID, in their order: "found" tells whether there is such a department.',
	endpoints: [batchGetDepartments],
	lanes: [],
	properties: [departmentsProperty],
	simplify: simpleDepartment,

	async execute(item) {
		const { department_id_type, ids } = recogniseDepartmentIds(
			departmentsProperty.displayName,
			item.strings(departmentsProperty.name),
		);
		const departments: IDataObject[] = [];
		for (const department_ids of chunk(ids, MAX_DEPARTMENTS)) {
			const { items } = await item.lark.call(batchGetDepartments, {
				query: { department_id_type, department_ids },
			});
			departments.push(...((items ?? []) as IDataObject[]));
		}
		return inOrder(ids, departments, department_id_type);
	},
};
