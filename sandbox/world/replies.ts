import { ids } from './ids';
import type { Chat, Message } from './types';

type Place = Pick<Message, 'parentId' | 'rootId' | 'threadId'>;

/** Whether all messages of a group are threads (im-v1/message/thread-introduction.md). */
export const isThreadForm = ({ settings }: Chat): boolean =>
	settings.group_message_type === 'thread';

/**
 * Where a reply stands (im-v1/message/reply.md): one to a message of a thread stays in the thread, and its
 * parent is the root.
 *
 * @param opensThread whether the reply makes a thread of a message that is in none
 */
export function placeOfReply(chat: Chat, parent: Message, opensThread = false): Place {
	const inThread = opensThread || isThreadForm(chat);
	const threadId = parent.threadId || (inThread ? ids.thread() : '');
	const rootId = parent.rootId || parent.messageId;
	return { parentId: threadId ? rootId : parent.messageId, rootId, threadId };
}
