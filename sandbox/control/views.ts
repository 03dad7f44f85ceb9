import type { Chat, Message, User } from '../world/types';
import { messageView } from '../world/views';
import type { World } from '../world/world';

/** Everything the chat page shows, without secrets. */
export function stateView(world: World) {
	return {
		brand: world.brand,
		tenant_key: world.tenantKey,
		apps: world.apps.map((app) => ({
			app_id: app.appId,
			name: app.name,
			request_url: app.requestUrl,
			long_connection: app.longConnection,
			bot_open_id: app.botOpenId,
		})),
		users: world.users.map((user) => person(user, world)),
		chats: world.chats.map((chat) => chatState(chat, world)),
	};
}

/** One chat with its people and bots. */
export function chatState(chat: Chat, world: World) {
	return {
		chat_id: chat.chatId,
		name: chat.name,
		description: chat.description,
		chat_mode: chat.mode,
		chat_status: chat.status,
		members: chat.members.flatMap((userId) => {
			const user = world.userById(userId);
			return user ? [person(user, world)] : [];
		}),
		/** app_ids */
		bots: chat.bots,
		/** names */
		custom_bots: world.customBots.list
			.filter(({ chatId }) => chatId === chat.chatId)
			.map(({ name }) => name),
	};
}

/** A message as the IM API returns it, with its sender's name. Cards come as they were sent. */
export function spokenView(message: Message, world: World) {
	const appId = world.apps[0].appId;
	const view = messageView(message, world, { appId, originalCards: true });
	return { ...view, sender: { ...view.sender, name: world.nameOf(message.sender) } };
}

/** open_ids are those of the first app; the control API understands the open_ids of every app. */
function person(user: User, world: World) {
	return {
		open_id: world.userIdAs(user, world.apps[0].appId, 'open_id'),
		name: user.name,
		email: user.email,
		mobile: user.mobile,
	};
}
