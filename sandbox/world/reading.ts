import type { Chat, User } from './types';
import { isSame } from './reactions';
import type { World } from './world';

/** A person has seen everything that others have written into a chat. */
export function markRead(world: World, chat: Chat, { userId }: User): void {
	const by = { type: 'user' as const, userId };
	const unread = chat.messages.filter(
		({ sender, reads }) => !isSame(sender, by) && !reads.some((read) => read.userId === userId),
	);
	if (unread.length === 0) return;
	for (const { reads } of unread) reads.push({ userId, time: world.now() });
	world.emit({ type: 'read', chat, messages: unread, by });
	for (const message of unread) world.emit({ type: 'message.changed', message });
}
