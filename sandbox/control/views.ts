import type { UndeliveredEvents } from '../events/undelivered';
import type { Chat, Message, Sender, User } from '../world/types';
import { messageView } from '../world/views';
import type { World } from '../world/world';
import { topOf } from './chat-top';
import { namesIn } from './names';
import { lineOf, previewOf } from './preview';

/** Everything the chat page shows, without secrets. */
export function stateView(world: World) {
	return {
		brand: world.brand,
		tenant_key: world.tenantKey,
		old_client: world.hasOldClient,
		apps: world.apps.map((app) => ({
			app_id: app.appId,
			name: app.name,
			request_url: app.requestUrl,
			long_connection: app.longConnection,
			bot_open_id: app.botOpenId,
		})),
		users: world.users.map((user) => personView(user, world)),
		chats: world.chats.map((chat) => chatState(chat, world)),
	};
}

/** One chat with its people and bots. */
export function chatState(chat: Chat, world: World) {
	const owner = world.userById(chat.ownerId);
	return {
		chat_id: chat.chatId,
		name: chat.name,
		description: chat.description,
		chat_mode: chat.mode,
		chat_status: chat.status,
		preview: previewOf(world, chat),
		...topOf(chat, world),
		...(owner && { owner_id: personView(owner, world).open_id }),
		members: chat.members.flatMap((userId) => {
			const user = world.userById(userId);
			return user ? [personView(user, world)] : [];
		}),
		/** app_ids */
		bots: chat.bots,
		/** names */
		custom_bots: world.customBots.list
			.filter(({ chatId }) => chatId === chat.chatId)
			.map(({ name }) => name),
	};
}

/**
 * A message as the IM API returns it, with what the page shows beside: names, reactions, pin, readers. Cards come as
 * they were sent, and so does the content of other messages of bots (`sent`).
 */
export function spokenView(message: Message, world: World, undelivered: UndeliveredEvents) {
	const appId = world.apps[0].appId;
	const { sender, deleted, sentContent, cardId } = message;
	const streamingUntil = cardId && world.cardEntities.streamingUntil(cardId);
	const view = messageView(message, world, { appId, originalCards: true });
	const pin = world
		.chat(message.chatId)
		?.pins.find(({ messageId }) => messageId === message.messageId);
	const names = (ids: string[]) => ids.map((id) => world.userById(id)?.name ?? '');
	const viewer = world.userById(message.visibleTo ?? '');
	return {
		...view,
		...(!deleted && sender.type === 'app' && { sent: sentContent }),
		sender: { ...view.sender, name: world.nameOf(sender) },
		names: deleted ? {} : namesIn(sentContent, world),
		reactions: message.reactions.map(({ emojiType, operator }) => ({
			emoji_type: emojiType,
			operator: operatorView(operator, world),
		})),
		...(cardId && { card_id: cardId }),
		...(message.forwarded.length > 0 && { forwarded: forwardedIn(message, world) }),
		...(viewer && { visible_to: personView(viewer, world).open_id }),
		...(streamingUntil && { streaming_until: streamingUntil }),
		...(pin && { pinned_by: world.nameOf(pin.operator) }),
		read_by: names(message.reads.map(({ userId }) => userId)),
		buzzed: names(message.urgents.map(({ userId }) => userId)),
		follow_ups: message.followUps,
		not_delivered: undelivered.of(message).map(({ appName, eventType, reason }) => ({
			app: appName,
			event_type: eventType,
			reason,
		})),
	};
}

/** Who said what in a merged message. */
function forwardedIn({ forwarded }: Message, world: World) {
	return forwarded
		.flatMap((id) => world.message(id) ?? [])
		.map((inside) => ({ name: world.nameOf(inside.sender), text: lineOf(world, inside) }));
}

function operatorView(who: Sender, world: World) {
	const user = who.type === 'user' ? world.userById(who.userId) : undefined;
	return { id: user ? personView(user, world).open_id : '', name: world.nameOf(who) };
}

/** open_ids are those of the first app; the control API understands the open_ids of every app. */
export function personView(user: User, world: World) {
	return {
		open_id: world.userIdAs(user, world.apps[0].appId, 'open_id'),
		name: user.name,
		email: user.email,
		mobile: user.mobile,
		language: user.language,
		timezone: user.timezone,
	};
}
