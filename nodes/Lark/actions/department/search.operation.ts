import { searchDepartments } from '../../../shared/lark/departments';
import { returnAllProperties } from '../../fields/returnAll';
import { searchedName, searchedNameProperty } from '../../fields/searchedName';
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
		searchedNameProperty(
			'e.g. Sales',
			'Name of the department, or part of it. Translated names are not searched.',
		),
		...returnAllProperties,
	],
	simplify: simpleDepartment,

	async execute(item) {
		const query = searchedName(item);
		return await item.lark.list(
			searchDepartments,
			{ body: { query } },
			{ pageSize: 50, limit: item.limit() },
		);
	},
};
