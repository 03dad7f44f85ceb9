import type { Operation } from '../operation';
import { pick } from '../records';

const FIELDS = [
	'found',
	'name',
	'open_department_id',
	'department_id',
	'parent_department_id',
	'leader_user_id',
	'member_count',
	'chat_id',
];

/** What a department is called and where it belongs (contact-v3/department/get). */
export const simpleDepartment: Operation['simplify'] = (department) => pick(department, FIELDS);
