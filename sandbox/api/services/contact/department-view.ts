import { ROOT, type Department, type DepartmentIdType } from '../../../world/departments';
import { hasScope, USER_ID_SCOPE } from '../../../world/scopes';
import type { World } from '../../../world/world';
import type { Call } from '../../handler';
import type { UserIds } from '../../user-ids';

/** What chooses the kinds of IDs in request and response. */
export interface DepartmentIds extends UserIds {
	department_id_type: DepartmentIdType;
}

type DepartmentCall = Call<{ query: DepartmentIds }>;

/** Any of these is enough for most fields. */
const CONTACT_SCOPES = [
	'contact:contact:access_as_app',
	'contact:contact:readonly',
	'contact:contact:readonly_as_app',
];
const BASE = ['contact:department.base:readonly', ...CONTACT_SCOPES];
const ORGANIZE = ['contact:department.organize:readonly', ...CONTACT_SCOPES];

/** Which scopes a field comes with; the IDs come to every app (contact-v3/department/get.md). */
const FIELD_SCOPES: Record<string, string[]> = {
	name: BASE,
	i18n_name: BASE,
	status: BASE,
	parent_department_id: ORGANIZE,
	leader_user_id: ORGANIZE,
	leaders: ORGANIZE,
	order: ORGANIZE,
	member_count: ORGANIZE,
	primary_member_count: ORGANIZE,
};

/** @returns whether departments are in the contact range of the caller: of a person always */
export const mayReadDepartments = ({ app, user }: Pick<DepartmentCall, 'app' | 'user'>): boolean =>
	user !== undefined || app.availability === 'all';

/** The root, which has the name of the tenant. */
export const rootDepartment: Department = {
	openDepartmentId: ROOT,
	departmentId: ROOT,
	name: 'Sandbox',
	parentId: '',
	leaderId: '',
};

/** A department in contact-v3/department, as far as the scopes of the caller go. */
export function departmentView(call: DepartmentCall, department: Department, world: World) {
	const fields = Object.entries(fieldsOf(call, department, world)).filter(
		([name, value]) =>
			value !== undefined && (FIELD_SCOPES[name]?.some((scope) => hasScope(call, scope)) ?? true),
	);
	return Object.fromEntries(fields);
}

function fieldsOf(call: DepartmentCall, department: Department, world: World) {
	const { app, query } = call;
	const { name, parentId, openDepartmentId, departmentId, leaderId } = department;
	const { user_id_type, department_id_type } = query;
	const leader = world.userById(leaderId);
	const isReadable = user_id_type !== 'user_id' || hasScope(call, USER_ID_SCOPE);
	const leaderID =
		leader && isReadable ? world.userIdAs(leader, app.appId, user_id_type) : undefined;
	const members = world.users.filter(
		({ departmentIds, resigned }) =>
			!resigned && [openDepartmentId, departmentId].some((id) => departmentIds.includes(id)),
	);
	return {
		name,
		i18n_name: { zh_cn: name, ja_jp: name, en_us: name },
		parent_department_id: world.departments.idAs(parentId, department_id_type),
		department_id: departmentId,
		open_department_id: openDepartmentId,
		leader_user_id: leaderID,
		leaders: leaderID && [{ leaderType: 1, leaderID }],
		order: String(world.departments.all.indexOf(department) + 1),
		member_count: members.length,
		primary_member_count: members.length,
		status: { is_deleted: false },
	};
}
