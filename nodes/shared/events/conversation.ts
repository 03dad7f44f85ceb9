import type { ReceivedMessage } from './message';
import { toText } from './values';

/**
 * Names the conversation that a message belongs to: the person in a direct chat, the topic in a
 * group, else the group.
 */
export function conversationOf({ place, message, senderIds }: ReceivedMessage): string {
	if (place === 'p2p') return `p2p:${senderIds[0] ?? toText(message.chat_id)}`;
	const threadId = toText(message.thread_id);
	return threadId ? `thread:${threadId}` : `chat:${toText(message.chat_id)}`;
}
