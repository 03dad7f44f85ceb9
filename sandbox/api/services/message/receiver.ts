import type { App, Chat, Sender, User } from '../../../world/types';
import type { UserIdType, World } from '../../../world/world';
import { LarkError } from '../../../contract/lark-error';
import type { Call, Platform } from '../../platform';

/**
 * Finds the chat behind receive_id, opening the p2p chat with a user when there is none yet.
 *
 * @throws LarkError 230034 for an ID that is not of its type or unknown, 99992361 for another app's open_id,
 * 230029 for a user who left, 230013 for one outside the app's availability
 */
export function receiverChat(call: Call, { world }: Platform): Chat {
	const type = call.query.receive_id_type as UserIdType | 'chat_id';
	const id = String(call.body.receive_id);
	if (type === 'chat_id') {
		const chat = world.chat(id);
		if (!chat) throw new LarkError(230034);
		return chat;
	}
	const user = world.findUser(call.app, type, id);
	if (!user) throw new LarkError(type === 'open_id' && world.userByOpenId(id) ? 99992361 : 230034);
	if (user.resigned) throw new LarkError(230029);
	assertAvailable(call.app, user, world);
	const peer: Sender = call.user
		? { type: 'user', userId: call.user.userId }
		: { type: 'app', appId: call.app.appId };
	return world.openP2p(user.userId, peer);
}

/** @throws LarkError 230013 when the person in a p2p chat with a bot is outside the app's availability */
export function assertReachable(call: Call, { world }: Platform, chat: Chat): void {
	if (chat.mode === 'group' || call.user) return;
	for (const user of chat.members.flatMap((userId) => world.userById(userId) ?? [])) {
		assertAvailable(call.app, user, world);
	}
}

function assertAvailable(app: App, user: User, world: World): void {
	if (!world.isAvailable(app, user)) throw new LarkError(230013);
}
