import { LarkError } from '../../../contract/lark-error';
import { handler, type HandlerTable } from '../../handler';
import { ROOT } from '../../../world/departments';
import { paginate, type PageQuery } from '../../paging';
import type { UserIds } from '../../user-ids';
import { mayReadDepartments } from './department-view';
import { foundUserView, listedUserView, mayRead, statusOf, userView } from './user-view';

interface Contacts {
	emails?: string[];
	mobiles?: string[];
	include_resigned?: boolean;
}

interface DepartmentQuery extends PageQuery {
	department_id: string;
	department_id_type: 'department_id' | 'open_department_id';
}

/** contact-v3/user/get.md */
const get = handler<{ query: UserIds }>((call, { world }) => {
	const { user_id_type: type } = call.query;
	const user = world.findUser(call.app, type, call.params.user_id);
	if (!user) throw new LarkError(41012);
	if (!world.isAvailable(call.app, user)) throw new LarkError(41050);
	return { user: userView(call, user, world) };
});

/** contact-v3/user/batch_get_id.md: whoever is not found comes back without user_id. */
const batchGetId = handler<{ query: UserIds; body: Contacts }>((call, { world }) => {
	const { emails = [], mobiles = [], include_resigned } = call.body;
	const { user_id_type: type } = call.query;
	const find = (key: 'email' | 'mobile', value: string) => {
		const user = world.users.find((candidate) => candidate[key] === value);
		if (!user || (user.resigned && !include_resigned)) return { [key]: value };
		if (!user.resigned && !world.isAvailable(call.app, user)) return { [key]: value };
		return {
			user_id: world.userIdAs(user, call.app.appId, type),
			[key]: value,
			...(mayRead(call, 'status') && { status: statusOf(user) }),
		};
	};
	return {
		user_list: [
			...emails.map((email) => find('email', email)),
			...mobiles.map((mobile) => find('mobile', mobile)),
		],
	};
});

/** contact-v3/user/find_by_department.md: direct members; the root needs everybody in the contact scope. */
const findByDepartment = handler<{ query: DepartmentQuery & UserIds }>((call, { world }) => {
	const { department_id: id, department_id_type } = call.query;
	const type = id.startsWith('od-') ? 'open_department_id' : 'department_id';
	const department = world.departments.find(id, department_id_type);
	const names = department ? [department.departmentId, department.openDepartmentId] : [id];
	const users = world.users.filter(
		(user) => !user.resigned && names.some((name) => user.departmentIds.includes(name)),
	);
	const isReadable =
		id === ROOT
			? call.app.availability === 'all'
			: users.length > 0 || (department && mayReadDepartments(call));
	if (!isReadable || (id !== ROOT && type !== department_id_type)) {
		throw new LarkError(40004);
	}
	const page = paginate(
		call,
		users.filter((user) => world.isAvailable(call.app, user)),
	);
	return { ...page, items: page.items.map((user) => listedUserView(call, user, world)) };
});

/** contact-v3/user/batch.md: whoever is not found or out of reach is left out; if that is everybody, 41050. */
const batch = handler<{ query: UserIds & { user_ids: string[] } }>((call, { world }) => {
	const { user_ids, user_id_type: type } = call.query;
	const users = user_ids
		.flatMap((id) => world.findUser(call.app, type, id) ?? [])
		.filter((user) => world.isAvailable(call.app, user));
	if (users.length === 0) throw new LarkError(41050);
	return { items: users.map((user) => userView(call, user, world)) };
});

/** contact-v3/user/uMTM4UjLzEDO14yMxgTN.md: part of a name; nobody who has left. */
const search = handler<{ query: PageQuery & { query: string } }>((call, { world }) => {
	const typed = call.query.query.toLowerCase();
	const found = world.users.filter(
		({ name, resigned }) => !resigned && name.toLowerCase().includes(typed),
	);
	const { items, ...page } = paginate(call, found);
	return { ...page, users: items.map((user) => foundUserView(call, user, world)) };
});

/** contact-v3/user/basic_batch.md: whoever is not found is left out; the contact scope does not count. */
const basicBatch = handler<{ query: UserIds; body: { user_ids: string[] } }>((call, { world }) => {
	const { user_id_type: type } = call.query;
	const users = call.body.user_ids.flatMap((id) => world.findUser(call.app, type, id) ?? []);
	return {
		users: users.map((user) => ({
			user_id: world.userIdAs(user, call.app.appId, type),
			name: user.name,
			i18n_name: { zh_cn: user.name, ja_jp: user.name, en_us: user.name },
		})),
	};
});

export const contactHandlers: HandlerTable = {
	'contact.v3.user.get': get,
	'contact.v3.user.batch': batch,
	'search.v1.user': search,
	'contact.v3.user.basic_batch': basicBatch,
	'contact.v3.user.batch_get_id': batchGetId,
	'contact.v3.user.find_by_department': findByDepartment,
};
