import type { Operation } from '../operation';
import { pick } from '../records';

const FIELDS = [
	'found',
	'name',
	'en_name',
	'nickname',
	'email',
	'enterprise_email',
	'mobile',
	'job_title',
	'status',
	'open_id',
	'union_id',
	'user_id',
	'department_ids',
	'leader_user_id',
];

/** Who a person is and how to reach them (contact-v3/user/get). */
export const simpleUser: Operation['simplify'] = (user) => pick(user, FIELDS);
