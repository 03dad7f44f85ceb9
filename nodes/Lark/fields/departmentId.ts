import { InputError } from '../../shared/inputError';
import { isAccident } from '../../shared/values';

/**
 * Tells from a department ID what kind it is.
 *
 * @param field as the editor shows it
 * @throws InputError when it is no department ID
 * @see contact-v3/department/field-overview: open_department_id od-, department_id up to 64 characters, root 0
 */
export function recogniseDepartmentId(
	value: string,
	field = 'Department ID',
): {
	department_id: string;
	department_id_type: 'open_department_id' | 'department_id';
} {
	const department_id = value.trim();
	if (/^od-\w+$/.test(department_id) || department_id === '0') {
		return { department_id, department_id_type: 'open_department_id' };
	}
	if (/^(?!o[cunmd][_-]|omt_)[\w@.-]{1,64}$/.test(department_id) && !isAccident(department_id)) {
		return { department_id, department_id_type: 'department_id' };
	}
	throw new InputError(
		department_id === ''
			? `${field} is empty`
			: `${field} cannot be "${department_id}": no department ID looks like this`,
		'Enter an open_department_id (od-...), a department_id, or 0 for the root department.',
	);
}
