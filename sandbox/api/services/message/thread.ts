import type { Chat, Message } from '../../../world/types';
import type { World } from '../../../world/world';

/** @returns the chat that has the thread */
export function threadChat(world: World, threadId: string): Chat | undefined {
	return world.chats.find((chat) => chat.messages.some((message) => message.threadId === threadId));
}

/** @returns whether a message is in a thread without being its root */
export function isThreadReply(world: World, { threadId, parentId }: Message): boolean {
	return threadId !== '' && world.message(parentId)?.threadId === threadId;
}
