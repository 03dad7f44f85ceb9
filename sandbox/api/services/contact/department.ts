import { LarkError } from '../../../contract/lark-error';
import { ROOT, type Department } from '../../../world/departments';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import { paginate, type PageQuery } from '../../paging';
import {
	departmentView,
	mayReadDepartments,
	rootDepartment,
	type DepartmentIds,
} from './department-view';

type DepartmentCall = Call<{ query: DepartmentIds }>;

/** Pages of departments are not larger (40011). */
const MAX_PAGE = 50;

/** @throws LarkError 40004 out of the contact range, and `unknown` for a department that does not exist */
function departmentOf(
	call: DepartmentCall,
	{ world }: Platform,
	id: string,
	unknown: number,
): Department {
	if (!mayReadDepartments(call)) throw new LarkError(40004);
	if (id === ROOT) return rootDepartment;
	const found = world.departments.find(id, call.query.department_id_type);
	if (!found) throw new LarkError(unknown);
	return found;
}

function pageOf(
	call: Call<{ query: DepartmentIds & PageQuery }>,
	{ world }: Platform,
	departments: Department[],
) {
	if ((call.query.page_size ?? 1) > MAX_PAGE) throw new LarkError(40011);
	const page = paginate(call, departments);
	return {
		...page,
		items: page.items.map((department) => departmentView(call, department, world)),
	};
}

/** contact-v3/department/get.md */
const get = handler<{ query: DepartmentIds }>((call, platform) => {
	const department = departmentOf(call, platform, call.params.department_id, 40015);
	return { department: departmentView(call, department, platform.world) };
});

/** contact-v3/department/batch.md: what is not found is left out. */
const batch = handler<{ query: DepartmentIds & { department_ids: string[] } }>(
	(call, { world }) => {
		if (!mayReadDepartments(call)) throw new LarkError(40004);
		const { department_ids, department_id_type } = call.query;
		const found = department_ids.flatMap(
			(id) => (id === ROOT ? rootDepartment : world.departments.find(id, department_id_type)) ?? [],
		);
		return { items: found.map((department) => departmentView(call, department, world)) };
	},
);

/** contact-v3/department/children.md */
const children = handler<{ query: DepartmentIds & PageQuery & { fetch_child?: boolean } }>(
	(call, platform) => {
		const { openDepartmentId } = departmentOf(call, platform, call.params.department_id, 40004);
		const { fetch_child = false } = call.query;
		const { departments } = platform.world;
		return pageOf(call, platform, departments.below(openDepartmentId, fetch_child));
	},
);

/** contact-v3/department/parent.md: the nearest one first, without the root. */
const parent = handler<{ query: DepartmentIds & PageQuery & { department_id: string } }>(
	(call, platform) => {
		const department = departmentOf(call, platform, call.query.department_id, 40004);
		return pageOf(call, platform, platform.world.departments.above(department));
	},
);

/** contact-v3/department/search.md: part of a name, in any case. */
const search = handler<{ query: DepartmentIds & PageQuery; body: { query: string } }>(
	(call, platform) => {
		const typed = call.body.query.trim().toLowerCase();
		if (typed === '') throw new LarkError(48001);
		const found = platform.world.departments.all.filter(({ name }) =>
			name.toLowerCase().includes(typed),
		);
		return pageOf(call, platform, found);
	},
);

export const departmentHandlers: HandlerTable = {
	'contact.v3.department.get': get,
	'contact.v3.department.batch': batch,
	'contact.v3.department.children': children,
	'contact.v3.department.parent': parent,
	'contact.v3.department.search': search,
};
