import type { Chat } from '../../../world/types';
import type { UserIdType, World } from '../../../world/world';
import type { Call } from '../../platform';
import { avatarUrl, type ViewOptions } from '../../../world/views';

/** A chat as the lists return it (group/chat/list.md). The owner is left empty when it is a bot. */
export function chatView(chat: Chat, world: World, { appId, userIdType = 'open_id' }: ViewOptions) {
	const owner = world.userById(chat.ownerId);
	return {
		chat_id: chat.chatId,
		avatar: avatarUrl(chat.chatId),
		name: chat.name,
		description: chat.description,
		owner_id: owner ? world.userIdAs(owner, appId, userIdType) : '',
		owner_id_type: owner ? userIdType : '',
		external: false,
		tenant_key: world.tenantKey,
		chat_status: chat.status,
	};
}

/** The settings of a chat (group/chat/get-chat.md). */
export function settingsView(chat: Chat) {
	return { ...chat.settings, chat_mode: chat.mode, chat_tag: 'inner' };
}

/** The managers of a chat: people as the call wants their IDs, bots as app_id. */
export function managersOf(chat: Chat, call: Call, world: World) {
	const { appId, userIdType = 'open_id' } = viewOptions(call);
	const people = chat.managers.flatMap((id) => world.userById(id) ?? []);
	return {
		users: people.map((user) => world.userIdAs(user, appId, userIdType)),
		bots: chat.managers.filter((id) => world.app(id)),
	};
}

/** Who reads, and which kind of ID they want; bots are `app_id` whatever the kind. */
export function viewOptions({ app, query }: Call): ViewOptions {
	const type = (query.user_id_type ?? query.member_id_type) as UserIdType | 'app_id';
	return { appId: app.appId, userIdType: type === 'app_id' ? 'open_id' : type };
}
