import { LarkError } from '../../../contract/lark-error';
import { joinGroup, leaveGroup } from '../../../world/groups';
import type { Chat } from '../../../world/types';
import type { UserIdType, World } from '../../../world/world';
import { callerId, isMember, senderOf } from '../../caller';
import { assertNotDissolved, chatOf, openChatOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import { paginate, type PageQuery } from '../../paging';
import { membersIn, type GivenMember, type MemberIds, type MemberIdType } from './member-ids';
import { manages } from './rights';

const MAX_MEMBERS = 5_000;
const MAX_BOTS = 15;

/** What an unknown ID is called, by its kind (group/chat-member/create.md, error codes). */
const NOT_EXISTED: Partial<Record<MemberIdType, number>> = {
	open_id: 99992351,
	user_id: 99992360,
	union_id: 99992364,
	app_id: 232043,
};

interface IdList {
	id_list?: string[];
}

interface AddedMembers {
	query: MemberIds & { succeed_type: number };
	body: IdList;
}

/** group/chat-member/get.md: bots are never listed. */
const list = handler<{ query: PageQuery & { member_id_type: UserIdType } }>((call, platform) => {
	const chat = openChatOf(call, platform);
	const { world } = platform;
	const { member_id_type: type } = call.query;
	const users = chat.members.flatMap((userId) => world.userById(userId) ?? []);
	const page = paginate(call, users);
	return {
		...page,
		items: page.items.map((user) => ({
			member_id_type: type,
			member_id: world.userIdAs(user, call.app.appId, type),
			name: user.name,
			tenant_key: world.tenantKey,
		})),
		member_total: users.length,
	};
});

/** group/chat-member/create.md: with membership approval, only managers add at once. */
const add = handler<AddedMembers>((call, platform) => {
	const chat = openChatOf(call, platform);
	if (chat.mode !== 'group') throw new LarkError(232090);
	const mayAdd = chat.settings.add_member_permission === 'all_members' || manages(call, chat);
	if (!mayAdd) throw new LarkError(232017);
	const given = membersIn(call, platform.world, call.body.id_list);
	assertUsable(call, given);
	const usable = given.filter(isUsable);
	const needsApproval =
		chat.settings.membership_approval === 'approval_required' && !manages(call, chat);
	if (!needsApproval) join(call, chat, usable, platform.world);
	return {
		invalid_id_list: given.filter((member) => member.resigned || member.invisible).map(asGiven),
		not_existed_id_list: given.filter((member) => !member.id).map(asGiven),
		pending_approval_id_list: needsApproval ? usable.map(asGiven) : [],
	};
});

/** group/chat-member/delete.md: managers remove others, everybody removes themselves. */
const remove = handler<{ query: MemberIds; body: IdList }>((call, platform) => {
	const chat = openChatOf(call, platform);
	const given = membersIn(call, platform.world, call.body.id_list);
	const inChat = given.filter(({ id }) => id && [...chat.members, ...chat.bots].includes(id));
	const others = given.filter(({ id }) => id !== callerId(call));
	if (others.length > 0 && !manages(call, chat)) throw new LarkError(232014);
	if (inChat.length === 0) throw new LarkError(232027);
	if (others.some(({ id }) => id === chat.ownerId)) throw new LarkError(232076);
	const removed = inChat.flatMap(({ id }) => id ?? []);
	const isDone = leaveGroup(platform.world, chat, removed, senderOf(call));
	if (!isDone) throw new LarkError(232029);
	return { invalid_id_list: given.filter((member) => !inChat.includes(member)).map(asGiven) };
});

/** group/chat-member/is_in_chat.md */
const isInChat = handler((call, platform) => ({
	is_in_chat: isMember(call, chatOf(call, platform)),
}));

/** group/chat-member/me_join.md: public groups that need no approval. */
const meJoin = handler((call, platform) => {
	const chat = chatOf(call, platform);
	assertNotDissolved(call, chat);
	if (chat.mode !== 'group' || chat.settings.chat_type !== 'public') throw new LarkError(232008);
	if (chat.settings.membership_approval === 'approval_required') throw new LarkError(232075);
	const id = callerId(call);
	join(call, chat, [{ given: id, id, resigned: false, invisible: false }], platform.world);
	return {};
});

export const memberHandlers: HandlerTable = {
	'im.v1.chat_members.get': list,
	'im.v1.chat_members.create': add,
	'im.v1.chat_members.delete': remove,
	'im.v1.chat_members.is_in_chat': isInChat,
	'im.v1.chat_members.me_join': meJoin,
};

const asGiven = ({ given }: GivenMember) => given;
const isUsable = ({ id, resigned, invisible }: GivenMember) => id && !resigned && !invisible;

/** By succeed_type: 0 accepts IDs of people who resigned, 1 accepts every ID, 2 no ID that cannot be used. */
function assertUsable({ query }: Call<AddedMembers>, given: GivenMember[]): void {
	const { succeed_type: type, member_id_type } = query;
	if (type === 1) return;
	if (type === 2 && !given.every(isUsable)) throw new LarkError(232043);
	const unknown = given.filter(({ id }) => !id).map(asGiven);
	if (unknown.length > 0) {
		throw new LarkError(NOT_EXISTED[member_id_type] ?? 232043, {
			subject: `[${unknown.join(', ')}]`,
		});
	}
	if (given.some(({ invisible }) => invisible)) throw new LarkError(232024);
}

function join(call: Call, chat: Chat, given: GivenMember[], world: World): void {
	const ids = given.flatMap(({ id }) => id ?? []);
	const members = new Set([...chat.members, ...ids.filter((id) => world.userById(id))]);
	const bots = new Set([...chat.bots, ...ids.filter((id) => world.app(id))]);
	if (members.size > MAX_MEMBERS || bots.size > MAX_BOTS) throw new LarkError(232013);
	joinGroup(world, chat, ids, senderOf(call));
}
