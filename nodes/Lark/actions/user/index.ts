import type { Resource } from '../operation';
import { userFindByEmailOrPhone } from './findByEmailOrPhone.operation';
import { userGet } from './get.operation';
import { userGetAll } from './getAll.operation';
import { userGetNames } from './getNames.operation';
import { userGetSeveral } from './getSeveral.operation';
import { userSearch } from './search.operation';

export const userResource: Resource = {
	name: 'User',
	value: 'user',
	operations: [
		userFindByEmailOrPhone,
		userGet,
		userGetAll,
		userGetSeveral,
		userGetNames,
		userSearch,
	],
};
