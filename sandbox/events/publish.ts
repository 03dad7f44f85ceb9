import type { Dispatcher, Subscription } from '../delivery/dispatcher';
import { hasScope } from '../world/scopes';
import type { App, Chat, Message } from '../world/types';
import type { World } from '../world/world';
import { v2Envelope } from './envelope';
import { messageReceived } from './message-received';

const P2P_SCOPES = ['im:message.p2p_msg', 'im:message.p2p_msg:readonly'];
const GROUP_SCOPES = ['im:message.group_msg', 'im:message.group_msg:readonly'];
const BOT_MENTION_SCOPE = 'im:message.group_at_msg.include_bot:readonly';
const MENTION_SCOPES = [
	'im:message.group_at_msg',
	'im:message.group_at_msg:readonly',
	BOT_MENTION_SCOPE,
];

/** Pushes im.message.receive_v1 to every app that may see what a person or another bot writes. */
export function publishMessages(world: World, dispatcher: Dispatcher): void {
	world.on((happened) => {
		if (happened.type !== 'message.created') return;
		const { message } = happened;
		const chat = world.chat(message.chatId);
		if (!chat) return;
		for (const appId of chat.bots) {
			const app = world.app(appId);
			if (!app || !mayReceive(app, chat, message)) continue;
			const event = messageReceived(message, chat, app, world);
			const envelope = v2Envelope('im.message.receive_v1', event, app, world);
			dispatcher.dispatch(subscriptionOf(app), envelope);
		}
	});
}

/** @returns where and how the events of an app are sent */
export function subscriptionOf(app: App, requestUrl = app.requestUrl): Subscription {
	const { appId, verificationToken, encryptKey, longConnection } = app;
	return { appId, requestUrl, verificationToken, encryptKey, longConnection };
}

/**
 * Of people everything in p2p chats; in groups what mentions the bot, or all with the scope for it. Of other bots
 * what mentions this one, in groups (im-v1/message/events/receive.md).
 */
function mayReceive(app: App, chat: Chat, message: Message): boolean {
	if (!app.botEnabled || app.disabled || app.activateStatus !== 2) return false;
	const hasAny = (scopes: string[]) => scopes.some((scope) => hasScope(app, scope));
	const { sender } = message;
	if (sender.type === 'app' && sender.appId === app.appId) return false;
	if (chat.mode === 'p2p') return sender.type === 'user' && hasAny(P2P_SCOPES);
	const isMentioned = message.mentions.some(
		({ who }) => who.type === 'app' && who.appId === app.appId,
	);
	if (sender.type === 'app') return isMentioned && hasScope(app, BOT_MENTION_SCOPE);
	return hasAny(GROUP_SCOPES) || (isMentioned && hasAny(MENTION_SCOPES));
}
