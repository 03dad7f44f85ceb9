import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../shared/inputError';
import { recogniseDepartmentId } from './departmentId';

/** Departments by ID; `recogniseDepartmentIds` checks what `item.strings` reads. */
export const departmentsProperty: INodeProperties = {
	displayName: 'Departments',
	name: 'departmentIds',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. od-4e6ac4d14bcd5071a37a39de902c7141, od-...',
	description:
		'IDs of the departments, separated by commas: open_department_ids (od-) or department_ids, all of one kind',
};

/**
 * Tells from the values what kind of department IDs they are. The root has the same ID in both.
 *
 * @param field as the editor shows it
 * @returns the kind, and each ID once
 * @throws InputError when there are none, kinds are mixed or a value is no department ID
 */
export function recogniseDepartmentIds(field: string, values: string[]) {
	const known = values.map((value) => recogniseDepartmentId(value, field));
	if (known.length === 0) {
		throw new InputError(
			`${field} is empty`,
			'Enter open_department_ids (od-...) or department_ids.',
		);
	}
	const types = known
		.filter(({ department_id }) => department_id !== '0')
		.map(({ department_id_type }) => department_id_type);
	const [department_id_type = 'open_department_id', ...others] = new Set(types);
	if (others.length > 0) {
		throw new InputError(
			`${field} has IDs of several kinds: ${[department_id_type, ...others].join(', ')}`,
			'Use IDs of one kind in one step.',
		);
	}
	const ids = [...new Set(known.map(({ department_id }) => department_id))];
	return { department_id_type, ids };
}
