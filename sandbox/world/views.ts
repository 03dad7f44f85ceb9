import type { Message, Sender } from './types';
import type { UserIdType, World } from './world';

export interface ViewOptions {
	/** The app that reads: open_ids are those of this app. */
	appId: string;
	userIdType?: UserIdType;
	/** Cards as they were sent, instead of simplified. */
	originalCards?: boolean;
}

const RECALLED = 'This message was recalled';

/** A message as the IM API returns it (im-v1/message/get.md). Absent IDs are left out. */
export function messageView(message: Message, world: World, options: ViewOptions) {
	const isOriginal = options.originalCards && message.msgType === 'interactive';
	const content = isOriginal ? message.sentContent : message.content;
	return {
		message_id: message.messageId,
		...threadIds(message),
		msg_type: message.msgType,
		create_time: String(message.createTime),
		update_time: String(message.updateTime),
		deleted: message.deleted,
		updated: message.updated,
		chat_id: message.chatId,
		sender: {
			...idOf(message.sender, world, options),
			sender_type: message.sender.type,
			tenant_key: world.tenantKey,
		},
		body: { content: message.deleted ? RECALLED : content },
		...(message.mentions.length > 0 && {
			mentions: message.mentions.map(({ key, who, name }) => ({
				key,
				...idOf(who, world, options, 'open_id'),
				name,
				tenant_key: world.tenantKey,
			})),
		}),
	};
}

/** root_id, parent_id and thread_id, as far as the message has them */
export function threadIds({ rootId, parentId, threadId }: Message) {
	return {
		...(rootId && { root_id: rootId }),
		...(parentId && { parent_id: parentId }),
		...(threadId && { thread_id: threadId }),
	};
}

/** An address of the kind that Lark puts into its responses; no server is there. */
export function avatarUrl(key: string): string {
	return `https://avatar.example.com/${key}~100x100.png`;
}

/** The ID of a person or bot for the app that reads: a person has a user ID, a bot its app_id by default. */
export function idOf(
	who: Sender,
	world: World,
	{ appId, userIdType = 'open_id' }: ViewOptions,
	botIdType: 'app_id' | 'open_id' = 'app_id',
) {
	if (who.type === 'app') {
		const botOpenId = world.app(who.appId)?.botOpenId ?? '';
		return botIdType === 'app_id'
			? { id: who.appId, id_type: 'app_id' }
			: { id: botOpenId, id_type: 'open_id' };
	}
	const user = world.userById(who.userId);
	return { id: user ? world.userIdAs(user, appId, userIdType) : '', id_type: userIdType };
}
