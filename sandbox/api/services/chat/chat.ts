import type { Chat } from '../../../world/types';
import type { World } from '../../../world/world';
import { isMember, type Caller } from '../../caller';
import { chatOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import { paginate, type PageQuery } from '../../paging';
import type { UserIds } from '../../user-ids';
import { chatView, managersOf, settingsView, viewOptions } from './view';

const MAX_QUERY_LENGTH = 64;

type ChatQuery = UserIds & PageQuery;

/** group/chat/list.md: the groups of the bot or user, no p2p chats. */
const list = handler<{ query: ChatQuery & { sort_type?: string } }>((call, { world }) => {
	const byActivity = call.query.sort_type === 'ByActiveTimeDesc';
	const chats = groupsOf(call, world).sort((a, b) =>
		byActivity ? b.activeTime - a.activeTime : a.createTime - b.createTime,
	);
	return pageOfChats(call, world, chats);
});

/** group/chat/search.md: also public groups; an empty query or one over 64 characters finds nothing. */
const search = handler<{ query: ChatQuery & { query?: string } }>((call, { world }) => {
	const query = (call.query.query ?? '').toLowerCase();
	const isUsable = query !== '' && query.length <= MAX_QUERY_LENGTH;
	const found = visibleGroups(call, world).filter(
		(chat) => isUsable && matches(chat, query, world),
	);
	return pageOfChats(call, world, found);
});

/** group/chat/get.md: outsiders see only name, avatar, counts and status. */
const get = handler<{ query: UserIds }>((call, platform) => {
	const chat = chatOf(call, platform);
	const { chat_id: _id, ...view } = chatView(chat, platform.world, viewOptions(call));
	const counts = { user_count: String(chat.members.length), bot_count: String(chat.bots.length) };
	if (isMember(call, chat)) {
		const { users, bots } = managersOf(chat, call, platform.world);
		const managers = { user_manager_id_list: users, bot_manager_id_list: bots };
		return { ...view, ...settingsView(chat), ...managers, ...counts };
	}
	const { name, avatar, chat_status } = view;
	return { name, avatar, chat_status, ...counts };
});

export const chatHandlers: HandlerTable = {
	'im.v1.chat.list': list,
	'im.v1.chat.search': search,
	'im.v1.chat.get': get,
};

function groupsOf(call: Caller, world: World): Chat[] {
	return visibleGroups(call, world).filter((chat) => isMember(call, chat));
}

function visibleGroups(call: Caller, world: World): Chat[] {
	return world.chats.filter(
		(chat) =>
			chat.mode === 'group' &&
			chat.status === 'normal' &&
			(isMember(call, chat) || chat.settings.chat_type === 'public'),
	);
}

/** Names of the chat and of its members; a `-` joins words in a query. */
function matches(chat: Chat, query: string, world: World): boolean {
	const names = [
		chat.name,
		...chat.members.map((userId) => world.nameOf({ type: 'user', userId })),
	];
	const words = query.replaceAll('"', '').split(/[\s-]+/);
	return names.some((name) => words.every((word) => name.toLowerCase().includes(word)));
}

function pageOfChats(call: Call<{ query: ChatQuery }>, world: World, chats: Chat[]) {
	const page = paginate(call, chats);
	return { ...page, items: page.items.map((chat) => chatView(chat, world, viewOptions(call))) };
}
