import { isExternal } from '../../../world/groups';
import type { Chat } from '../../../world/types';
import { avatarUrl, type ViewOptions } from '../../../world/views';
import type { UserIdType, World } from '../../../world/world';
import type { Call } from '../../handler';
import type { MemberIdType } from './member-ids';

/** A chat as the lists return it (group/chat/list.md). A bot as owner and an empty name are left out. */
export function chatView(chat: Chat, world: World, { appId, userIdType = 'open_id' }: ViewOptions) {
	const owner = world.userById(chat.ownerId);
	return {
		chat_id: chat.chatId,
		avatar: avatarUrl(chat.chatId),
		...(chat.name && { name: chat.name }),
		description: chat.description,
		...(owner && {
			owner_id: world.userIdAs(owner, appId, userIdType),
			owner_id_type: userIdType,
		}),
		external: isExternal(chat),
		tenant_key: world.tenantKey,
		chat_status: chat.status,
		...(chat.settings.labels !== undefined && { labels: chat.settings.labels }),
	};
}

/** What a list by `types` says beside that: in a p2p chat, who the other one is (known from the official SDK). */
export function modeView({ mode, members, bots }: Chat, { app, user }: Call, world: World) {
	if (mode === 'group') return { chat_mode: mode };
	const bot = bots.flatMap((id) => world.app(id) ?? []).at(0);
	if (bot) return peerView(bot.name, 'bot', bot.botOpenId);
	const peer = members
		.flatMap((id) => (id === user?.userId ? [] : (world.userById(id) ?? [])))
		.at(0);
	return peer && peerView(peer.name, 'user', world.userIdAs(peer, app.appId, 'open_id'));
}

const peerView = (name: string, type: 'bot' | 'user', id: string) => ({
	name,
	chat_mode: 'p2p',
	p2p_target_type: type,
	p2p_target_id: id,
});

/** What a p2p chat does not have. */
const OF_GROUPS = [
	'add_member_permission',
	'share_card_permission',
	'at_all_permission',
	'group_message_type',
	'chat_type',
	'chat_tag',
	'join_message_visibility',
	'leave_message_visibility',
	'membership_approval',
];

/** The settings of a chat (group/chat/get-chat.md). */
export function settingsView(chat: Chat) {
	const all = { ...chat.settings, chat_mode: chat.mode, chat_tag: 'inner' };
	if (chat.mode === 'group') return all;
	return Object.fromEntries(Object.entries(all).filter(([name]) => !OF_GROUPS.includes(name)));
}

/** The managers of a chat: people as the call wants their IDs, bots as app_id. */
export function managersOf(chat: Chat, call: Call<{ query: IdTypes }>, world: World) {
	const { appId, userIdType = 'open_id' } = viewOptions(call);
	const people = chat.managers.flatMap((id) => world.userById(id) ?? []);
	return {
		users: people.map((user) => world.userIdAs(user, appId, userIdType)),
		bots: chat.managers.filter((id) => world.app(id)),
	};
}

/** The kind of ID that a query asks for: chats call the field by two names. */
interface IdTypes {
	user_id_type?: UserIdType;
	member_id_type?: MemberIdType;
}

/** The app that reads, and the kind of user ID that the query asks for; bots always have their app_id. */
export function viewOptions({ app, query }: Call<{ query: IdTypes }>): ViewOptions {
	const type = query.user_id_type ?? query.member_id_type;
	return { appId: app.appId, userIdType: type === 'app_id' ? 'open_id' : type };
}
