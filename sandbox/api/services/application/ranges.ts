import { LarkError } from '../../../contract/lark-error';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import type { PageQuery } from '../../paging';
import type { UserIds } from '../../user-ids';
import { readApp } from './target';

interface Ids {
	user_ids?: string[];
	department_ids?: string[];
}

interface ContactsChange {
	contacts_range_type: 'equal_to_availability' | 'some' | 'all';
	add_visible_list?: Ids;
	del_visible_list?: Ids;
}

interface VisibilityChange {
	is_visible_to_all?: boolean;
	add_visible_list?: Ids;
	del_visible_list?: Ids;
}

/** application-v6/application/contacts_range_configuration.md: the range that is online. */
const contacts = handler<{ query: UserIds & PageQuery }>((call, platform) => {
	const app = readApp(call, platform, 'admin:app.info:readonly');
	const { type, users, departments } = app.console.contactsRange;
	const { world } = platform;
	const members = world.users.filter(({ userId }) => users.includes(userId));
	const open_ids = members.map((user) =>
		world.userIdAs(user, call.app.appId, call.query.user_id_type),
	);
	return {
		contacts_range: {
			contacts_scope_type: type,
			...(type === 'some' && { visible_list: { open_ids, department_ids: departments } }),
		},
		has_more: false,
	};
});

type RangeCall<Body extends object> = Call<{ query: UserIds; body: Body }>;

function appOf(call: Call, { world }: Platform) {
	const app = world.app(call.params.app_id);
	if (!app) throw new LarkError(210002);
	return app;
}

/** The user_ids that a list names; who is not known is left out, as Lark does. */
function usersIn<Body extends object>(
	call: RangeCall<Body>,
	{ world }: Platform,
	{ user_ids = [] }: Ids = {},
) {
	const { user_id_type: type } = call.query;
	return user_ids.flatMap((id) => world.findUser(call.app, type, id)?.userId ?? []);
}

/** application-v6/application-contacts_range/patch.md: at once, without a version. */
const changeContacts = handler<{ query: UserIds; body: ContactsChange }>((call, platform) => {
	const app = appOf(call, platform);
	const { contacts_range_type: type, add_visible_list: add, del_visible_list: remove } = call.body;
	if (type !== 'some' && (add ?? remove)) throw new LarkError(210003);
	const { users, departments } = app.console.contactsRange;
	const removed = usersIn(call, platform, remove);
	app.console.contactsRange = {
		type,
		users: [...users.filter((id) => !removed.includes(id)), ...usersIn(call, platform, add)],
		departments: [...departments, ...(add?.department_ids ?? [])],
	};
	return {};
});

/** application-v6/application-visibility/patch.md: at once, without a version. */
const changeVisibility = handler<{ query: UserIds; body: VisibilityChange }>((call, platform) => {
	const app = appOf(call, platform);
	const { is_visible_to_all: isAll = app.availability === 'all' } = call.body;
	const before = app.availability === 'all' ? [] : app.availability;
	const removed = usersIn(call, platform, call.body.del_visible_list);
	const added = usersIn(call, platform, call.body.add_visible_list);
	const users = [...before.filter((id) => !removed.includes(id)), ...added];
	app.availability = isAll ? 'all' : [...new Set(users)];
	return {};
});

export const rangeHandlers: HandlerTable = {
	'application.v6.application.contacts_range_configuration': contacts,
	'application.v6.application_contacts_range.patch': changeContacts,
	'application.v6.application_visibility.patch': changeVisibility,
};
