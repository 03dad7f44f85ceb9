import type { App, Chat, Deed, Message, Reaction, Sender } from '../world/types';
import type { World } from '../world/world';
import { idsOf } from './identities';
import { messageReceived } from './message-received';
import type { Occasion } from './occasion';

const P2P_SCOPES = ['im:message.p2p_msg', 'im:message.p2p_msg:readonly'];
const GROUP_SCOPES = ['im:message.group_msg', 'im:message.group_msg:readonly'];
const BOT_MENTION_SCOPES = ['im:message.group_at_msg.include_bot:readonly'];
const MENTION_SCOPES = [
	'im:message.group_at_msg',
	'im:message.group_at_msg:readonly',
	...BOT_MENTION_SCOPES,
];

type Of<Type extends Deed['type']> = Extract<Deed, { type: Type }>;

/**
 * A new message is an event for every bot of its chat, but for the one that wrote it (im-v1/message/events/receive.md).
 * What bots write is one only for the bots that it mentions.
 */
export function received(message: Message, world: World): Occasion[] {
	const { sender, mentions } = message;
	return botsAround(message, world).flatMap(({ chat, app }) => {
		const isOwn = sender.type === 'app' && sender.appId === app.appId;
		const isMentioned = mentions.some(({ who }) => who.type === 'app' && who.appId === app.appId);
		if (isOwn || (sender.type === 'app' && !isMentioned)) return [];
		const event = messageReceived(message, chat, app, world);
		const access = accessTo(chat, sender, isMentioned);
		return [{ app, eventType: 'im.message.receive_v1', event, message, ...access }];
	});
}

/** Everything in p2p chats; in groups what mentions the bot, or all with the scope for it. */
function accessTo(chat: Chat, sender: Sender, isMentioned: boolean) {
	if (chat.mode === 'p2p') return { scopes: P2P_SCOPES };
	if (sender.type === 'app') return { scopes: BOT_MENTION_SCOPES };
	if (isMentioned) return { scopes: [...MENTION_SCOPES, ...GROUP_SCOPES] };
	return { scopes: GROUP_SCOPES, because: 'the message does not mention the bot' };
}

/** im-v1/message-reaction/event/created.md and deleted.md: for every bot of the chat. */
export function reacted(
	{ type, message, reaction }: Of<'reaction.added' | 'reaction.removed'>,
	world: World,
) {
	const eventType = `im.message.reaction.${type === 'reaction.added' ? 'created' : 'deleted'}_v1`;
	return botsAround(message, world).map(({ app }): Occasion => {
		const event = reactionEvent(message, reaction, app, world);
		return { app, eventType, event, message };
	});
}

function reactionEvent(
	message: Message,
	{ emojiType, operator, time }: Reaction,
	app: App,
	world: World,
) {
	return {
		message_id: message.messageId,
		reaction_type: { emoji_type: emojiType },
		operator_type: operator.type,
		...(operator.type === 'user'
			? { user_id: idsOf(operator, app, world) }
			: { app_id: operator.appId }),
		action_time: String(time),
	};
}

/** im-v1/message/events/recalled.md */
export function recalled({ message, by }: Of<'recalled'>, world: World): Occasion[] {
	return botsAround(message, world).map(({ chat, app }) => {
		const event = {
			message_id: message.messageId,
			chat_id: chat.chatId,
			recall_time: String(message.updateTime),
			recall_type: recallType(message, chat, by),
		};
		return { app, eventType: 'im.message.recalled_v1', event, message };
	});
}

function recallType({ sender }: Message, { managers }: Chat, by: Sender): string {
	const idOf = (who: Sender) => (who.type === 'user' ? who.userId : who.appId);
	if (idOf(sender) === idOf(by)) return 'message_owner';
	return managers.includes(idOf(by)) ? 'group_manager' : 'group_owner';
}

/** im-v1/message/events/message_read.md: what the bot wrote to this person. About no message: nobody has done anything with one, so the page has nothing to explain. */
export function read({ chat, messages, by }: Of<'read'>, world: World): Occasion[] {
	if (chat.mode !== 'p2p') return [];
	return chat.bots.flatMap((appId) => {
		const app = world.app(appId);
		const own = messages.filter(({ sender }) => sender.type === 'app' && sender.appId === appId);
		if (!app || own.length === 0) return [];
		const time = own[0].reads.find(({ userId }) => userId === by.userId)?.time ?? world.now();
		const event = {
			reader: {
				reader_id: idsOf(by, app, world),
				read_time: String(time),
				tenant_key: world.tenantKey,
			},
			message_id_list: own.map(({ messageId }) => messageId),
		};
		return [{ app, eventType: 'im.message.message_read_v1', event }];
	});
}

function botsAround({ chatId }: Message, world: World): Array<{ chat: Chat; app: App }> {
	const chat = world.chat(chatId);
	return (chat?.bots ?? []).flatMap((appId) => {
		const app = world.app(appId);
		return chat && app ? [{ chat, app }] : [];
	});
}
