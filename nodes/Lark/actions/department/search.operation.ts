import { InputError } from '../../../shared/inputError';
import { searchDepartments } from '../../../shared/lark/departments';
import { returnAllProperties } from '../../fields/returnAll';
import type { Operation } from '../operation';
import { simpleDepartment } from './simple';

export const departmentSearch: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search departments',
	description: 'Find Lark departments by name. Works only as a person.',
	endpoints: [searchDepartments],
	lanes: [],
	properties: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Sales',
			description: 'Name of the department, or part of it. Translated names are not searched.',
		},
		...returnAllProperties,
	],
	simplify: simpleDepartment,

	async execute(item) {
		const query = item.string('name').trim();
		if (query === '') throw new InputError('Name is empty', 'Enter a name, or part of it.');
		return await item.lark.list(
			searchDepartments,
			{ body: { query } },
			{ pageSize: 50, limit: item.limit() },
		);
	},
};
