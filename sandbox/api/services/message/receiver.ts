import { LarkError } from '../../../contract/lark-error';
import type { App, Chat, User } from '../../../world/types';
import type { UserIdType, World } from '../../../world/world';
import { senderOf, type Caller } from '../../caller';
import { assertMember, assertNotDissolved } from '../../checks';
import type { Call } from '../../handler';
import type { Platform } from '../../platform';

const RECEIVER_LIMIT = { perSecond: 5 };

/**
 * Finds the chat behind receive_id, opening the p2p chat with a user when there is none yet.
 *
 * @throws LarkError 230034 for an ID that is not of its type or unknown, 99992361 for another app's open_id,
 * 230029 for a user who left, 230013 for one outside the app's availability
 */
export function receiverChat(
	caller: Caller,
	{ world }: Platform,
	type: UserIdType | 'chat_id',
	id: string,
): Chat {
	if (type === 'chat_id') {
		const chat = world.chat(id);
		if (!chat) throw new LarkError(230034);
		return chat;
	}
	const user = world.findUser(caller.app, type, id);
	if (!user) throw new LarkError(type === 'open_id' && world.userByOpenId(id) ? 99992361 : 230034);
	if (user.resigned) throw new LarkError(230029);
	assertAvailable(caller.app, user, world);
	const sender = senderOf(caller);
	return world.openP2p(user.userId, sender, sender);
}

/** @throws LarkError when the caller cannot write into the chat, or change its messages */
export function assertMaySend(call: Call, { world }: Platform, chat: Chat): void {
	assertNotDissolved(call, chat);
	assertMember(call, chat);
	assertReachable(call, world, chat);
}

/** 5 messages a second to one user or one group, from all senders together (230020). */
export function assertReceiverRate({ limiter }: Platform, chat: Chat): void {
	const verdict = limiter?.check(`receiver ${chat.chatId}`, RECEIVER_LIMIT);
	if (verdict && !verdict.allowed) throw new LarkError(230020);
}

/** @throws LarkError 230013 when the person in a p2p chat with a bot is outside the app's availability */
function assertReachable(caller: Caller, world: World, chat: Chat): void {
	if (chat.mode === 'group' || caller.user) return;
	for (const user of chat.members.flatMap((userId) => world.userById(userId) ?? [])) {
		assertAvailable(caller.app, user, world);
	}
}

function assertAvailable(app: App, user: User, world: World): void {
	if (!world.isAvailable(app, user)) throw new LarkError(230013);
}
