import type { Operation } from '../operation';
import { pick } from '../records';

const FIELDS = [
	'open_id',
	'union_id',
	'user_id',
	'name',
	'en_name',
	'nickname',
	'email',
	'enterprise_email',
	'mobile',
	'job_title',
	'department_ids',
	'leader_user_id',
	'status',
];

/** Who a person is and how to reach them (contact-v3/user/get). */
export const simpleUser: Operation['simplify'] = (user) => pick(user, FIELDS);
