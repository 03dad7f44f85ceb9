import type { INodeProperties } from 'n8n-workflow';

import { departmentPicker } from '../../shared/pickers/properties';
import { recogniseDepartmentId } from './departmentId';
import type { Field, FieldLabels } from './field';

/** The department that all others are in. */
export const ROOT_DEPARTMENT = { mode: 'id', value: '0' };

/** A department, picked by its name or entered as ID of either kind. */
export function departmentField(
	labels: FieldLabels & Pick<Partial<INodeProperties>, 'default'> = {},
): Field<ReturnType<typeof recogniseDepartmentId>> {
	const property: INodeProperties = {
		...departmentPicker,
		displayName: 'Department',
		name: 'departmentId',
		required: true,
		description: 'The department, by its open_department_id (od-...) or department_id',
		...labels,
	};
	return {
		property,
		read: (item) => recogniseDepartmentId(item.string(property.name), property.displayName),
	};
}
