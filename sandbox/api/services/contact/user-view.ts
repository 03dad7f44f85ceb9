import { hasScope, USER_ID_SCOPE } from '../../../world/scopes';
import type { User } from '../../../world/types';
import { avatarUrl } from '../../../world/views';
import type { World } from '../../../world/world';
import type { Caller } from '../../caller';
import type { Call } from '../../handler';
import type { UserIds } from '../../user-ids';

type UserCall = Call<{ query: UserIds }>;

/** Any of these is enough for most fields. */
const CONTACT_SCOPES = [
	'contact:contact:access_as_app',
	'contact:contact:readonly',
	'contact:contact:readonly_as_app',
];
const BASE = ['contact:user.base:readonly', ...CONTACT_SCOPES];
const EMPLOYEE = ['contact:user.employee:readonly', ...CONTACT_SCOPES];
const DEPARTMENT = ['contact:user.department:readonly', ...CONTACT_SCOPES];

/** Which scopes a field comes with; the others come to every app (contact-v3/user/get.md). */
const FIELD_SCOPES: Record<string, string[]> = {
	user_id: [USER_ID_SCOPE],
	name: BASE,
	en_name: BASE,
	nickname: BASE,
	avatar: BASE,
	email: ['contact:user.email:readonly'],
	mobile: ['contact:user.phone:readonly'],
	gender: ['contact:user.gender:readonly', ...CONTACT_SCOPES],
	status: EMPLOYEE,
	city: EMPLOYEE,
	country: EMPLOYEE,
	work_station: EMPLOYEE,
	join_time: EMPLOYEE,
	is_tenant_manager: EMPLOYEE,
	employee_no: ['contact:user.employee_number:read', ...EMPLOYEE],
	employee_type: EMPLOYEE,
	custom_attrs: EMPLOYEE,
	enterprise_email: EMPLOYEE,
	job_title: EMPLOYEE,
	department_ids: DEPARTMENT,
	leader_user_id: DEPARTMENT,
	orders: DEPARTMENT,
	geo: ['contact:user.user_geo'],
	job_level_id: ['contact:user.job_level:readonly'],
	job_family_id: ['contact:user.job_family:readonly'],
	assign_info: ['contact:user.assign_info:read'],
	department_path: ['contact:user.department_path:readonly'],
	dotted_line_leader_user_ids: ['contact:user.dotted_line_leader_info.read'],
};

/** Fields that one API has and the other has not. */
const ONLY_GET = ['assign_info'];
const ONLY_LIST = ['is_frozen'];

/** A person in contact-v3/user/get.md, as far as the scopes of the caller go. */
export const userView = (call: UserCall, user: User, world: World) =>
	readable(call, user, world, ONLY_LIST);

/** A person in the list of contact-v3/user/find_by_department.md, likewise. */
export const listedUserView = (call: UserCall, user: User, world: World) =>
	readable(call, user, world, ONLY_GET);

/** A person in the answer of contact-v3/user/uMTM4UjLzEDO14yMxgTN.md. */
export const foundUserView = (call: Call<object>, user: User, world: World) => ({
	avatar: avatars(user),
	department_ids: user.departmentIds,
	name: user.name,
	open_id: world.userIdAs(user, call.app.appId, 'open_id'),
	...(mayRead(call, 'user_id') && { user_id: user.userId }),
});

/** @returns whether the caller has a scope for a field of a person */
export function mayRead(caller: Pick<Caller, 'scopes'>, field: string): boolean {
	const scopes = FIELD_SCOPES[field];
	return !scopes || scopes.some((scope) => hasScope(caller, scope));
}

/** @returns the state of a person in the tenant */
export function statusOf(user: User) {
	return {
		is_frozen: false,
		is_resigned: user.resigned,
		is_activated: !user.resigned,
		is_exited: false,
		is_unjoin: false,
	};
}

function readable(call: UserCall, user: User, world: World, unknown: string[]) {
	const fields = Object.entries(fieldsOf(call, user, world)).filter(
		([name, value]) => value !== undefined && !unknown.includes(name) && mayRead(call, name),
	);
	return Object.fromEntries(fields);
}

function fieldsOf(call: UserCall, user: User, world: World): Record<string, unknown> {
	const idOf = (userId: string) => {
		const other = world.userById(userId);
		return other && world.userIdAs(other, call.app.appId, call.query.user_id_type);
	};
	return {
		union_id: user.unionId,
		user_id: user.userId,
		open_id: world.userIdAs(user, call.app.appId, 'open_id'),
		name: user.name,
		en_name: user.name,
		email: user.email,
		mobile: user.mobile,
		mobile_visible: true,
		avatar: avatars(user),
		status: statusOf(user),
		is_frozen: false,
		department_ids: user.departmentIds,
		orders: user.departmentIds.map((department_id, index) => ({
			department_id,
			user_order: 0,
			department_order: user.departmentIds.length - index,
			is_primary_dept: index === 0,
		})),
		leader_user_id: idOf(user.leaderId),
		dotted_line_leader_user_ids: user.dottedLeaderIds.flatMap((id) => idOf(id) ?? []),
		// A tenant token gets no path (contact-v3/user/get.md).
		department_path: call.user && user.departmentIds.map(pathOf),
		...user.profile,
	};
}

function avatars(user: User) {
	const url = avatarUrl(user.userId);
	return { avatar_72: url, avatar_240: url, avatar_640: url, avatar_origin: url };
}

/** The sandbox has departments without names; the root has that of the tenant. */
function pathOf(department_id: string) {
	const name = department_id === '0' ? 'Sandbox' : department_id;
	const named = { name, i18n_name: { zh_cn: name, ja_jp: name, en_us: name } };
	return {
		department_id,
		department_name: named,
		department_path: { department_ids: [department_id], department_path_name: named },
	};
}
