import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../shared/inputError';
import type { ItemParameters } from './item';

/** The name that is searched for. */
export const searchedNameProperty = (
	placeholder: string,
	description: string,
): INodeProperties => ({
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	required: true,
	placeholder,
	description,
});

/** @throws InputError when the name is empty */
export function searchedName(item: ItemParameters): string {
	const name = item.string('name').trim();
	if (name === '') throw new InputError('Name is empty', 'Enter a name, or part of it.');
	return name;
}
