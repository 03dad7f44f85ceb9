import type { Chat } from '../../../world/types';
import type { World } from '../../../world/world';
import { isMember, type Caller } from '../../caller';
import { chatOf, invalidParameter } from '../../checks';
import { handler, type HandlerTable } from '../../handler';
import { paginate, type PageQuery } from '../../paging';
import type { UserIds } from '../../user-ids';
import { chatView, managersOf, modeView, settingsView, viewOptions } from './view';

const MAX_QUERY_LENGTH = 64;

type ChatQuery = UserIds & PageQuery;

interface ListQuery extends ChatQuery {
	sort_type?: string;
	/** `group`, `p2p`, or both with a comma. Known from the official SDK and clients alone. */
	types?: string;
}

/** group/chat/list.md: the groups of the bot or user; a user also gets p2p chats, if `types` asks for them. */
const list = handler<{ query: ListQuery }>((call, { world }) => {
	const { sort_type, types } = call.query;
	const modes = types?.split(',') ?? ['group'];
	if (!modes.every((mode) => mode === 'group' || mode === 'p2p')) {
		throw invalidParameter(call.endpoint, 'invalid types');
	}
	const byActivity = sort_type === 'ByActiveTimeDesc';
	const chats = world.chats
		.filter((chat) => chat.mode === 'group' || call.user)
		.filter((chat) => chat.status === 'normal' && modes.includes(chat.mode) && isMember(call, chat))
		.sort((a, b) => (byActivity ? b.activeTime - a.activeTime : a.createTime - b.createTime));
	const page = paginate(call, chats);
	const options = viewOptions(call);
	const viewOf = (chat: Chat) => ({
		...chatView(chat, world, options),
		...(types !== undefined && modeView(chat, call, world)),
	});
	return { ...page, items: page.items.map(viewOf) };
});

/** group/chat/search.md: also public groups; an empty query or one over 64 characters finds nothing. */
const search = handler<{ query: ChatQuery & { query?: string } }>((call, { world }) => {
	const query = (call.query.query ?? '').toLowerCase();
	const isUsable = query !== '' && query.length <= MAX_QUERY_LENGTH;
	const found = visibleGroups(call, world).filter(
		(chat) => isUsable && matches(chat, query, world),
	);
	const page = paginate(call, found);
	return { ...page, items: page.items.map((chat) => chatView(chat, world, viewOptions(call))) };
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
