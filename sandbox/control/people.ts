import type { Chat, Message, Sender, User } from '../world/types';
import type { World } from '../world/world';

/** @throws Error with the kind and the ID, when the thing does not exist */
export function found<T>(thing: T | undefined, kind: string, id: string): T {
	if (thing === undefined) throw new Error(`There is no ${kind} ${id}`);
	return thing;
}

/** @param from a user, or any app's open_id of one */
export function personOf(world: World, from: string | User): User {
	if (typeof from !== 'string') return from;
	return found(world.userByOpenId(from), 'user', from);
}

export function asSender({ userId }: User): Sender & { type: 'user' } {
	return { type: 'user', userId };
}

/** @throws Error for a chat that does not exist or was dissolved, or that the person is not in */
export function chatWith(world: World, chatId: string, user: User): Chat {
	const chat = world.chat(chatId);
	if (!chat || chat.status !== 'normal') throw new Error(`There is no chat ${chatId}`);
	if (!chat.members.includes(user.userId)) throw new Error(`${user.name} is not in this chat`);
	return chat;
}

/** @throws Error for a message that does not exist or was recalled, or that the person cannot see */
export function messageFor(world: World, messageId: string, user: User): Message {
	const message = world.message(messageId);
	if (!message || message.deleted) throw new Error(`There is no message ${messageId}`);
	chatWith(world, message.chatId, user);
	return message;
}
