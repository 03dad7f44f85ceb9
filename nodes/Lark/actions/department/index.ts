import type { Resource } from '../operation';
import { departmentGet } from './get.operation';
import { departmentGetChildren } from './getChildren.operation';
import { departmentGetParents } from './getParents.operation';
import { departmentGetSeveral } from './getSeveral.operation';
import { departmentSearch } from './search.operation';

export const departmentResource: Resource = {
	name: 'Department',
	value: 'department',
	operations: [
		departmentGet,
		departmentGetSeveral,
		departmentGetChildren,
		departmentGetParents,
		departmentSearch,
	],
};
