import type { App, Chat, Mention, Message } from '../world/types';
import { threadIds } from '../world/views';
import type { World } from '../world/world';
import { idsOf } from './identities';

/** The `event` of im.message.receive_v1 as one app gets it (im-v1/message/events/receive.md). */
export function messageReceived(message: Message, chat: Chat, app: App, world: World) {
	return {
		sender: {
			sender_id: idsOf(message.sender, app, world),
			sender_type: message.sender.type === 'user' ? 'user' : 'bot',
			tenant_key: world.tenantKey,
		},
		message: {
			message_id: message.messageId,
			...threadIds(message),
			create_time: String(message.createTime),
			update_time: String(message.updateTime),
			chat_id: message.chatId,
			chat_type: chat.mode,
			message_type: message.msgType,
			content: contentOf(message),
			...(message.mentions.length > 0 && {
				mentions: message.mentions.map((mention) => mentionOf(mention, app, world)),
			}),
		},
	};
}

/** A card is simplified and has the card as it was sent beside it, which is not documented. */
function contentOf({ msgType, sender, content, sentContent }: Message): string {
	if (msgType !== 'interactive' || sender.type === 'user') return content;
	return JSON.stringify({ ...(JSON.parse(content) as object), user_dsl: sentContent });
}

function mentionOf({ key, who, name }: Mention, app: App, world: World) {
	return {
		key,
		id: idsOf(who, app, world),
		mentioned_type: who.type === 'user' ? 'user' : 'bot',
		name,
		tenant_key: world.tenantKey,
	};
}
