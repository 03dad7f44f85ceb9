import type { Message } from '../../../world/types';
import type { NewMessage } from '../../../world/world';
import { assertMember, isMember, messageOf } from '../../checks';
import { LarkError } from '../../../contract/lark-error';
import type { Call, Handler, Platform } from '../../platform';
import { assertMaySend, assertReceiverPace, containerChat, senderOf, view } from './message';
import { receiverChat } from './receiver';

const NOT_FORWARDABLE = ['audio', 'system'];

type Forwarded = Pick<NewMessage, 'msgType' | 'content' | 'sentContent' | 'mentions' | 'forwarded'>;

/** im-v1/message/forward-message.md */
const forward: Handler = (call, platform) => {
	const { message: original, chat } = messageOf(call, platform);
	assertMember(call, chat);
	if (original.deleted) throw new LarkError(230065);
	if (NOT_FORWARDABLE.includes(original.msgType)) throw new LarkError(230061);
	const { msgType, content, sentContent, mentions, forwarded } = original;
	const copy = { msgType, content, sentContent, mentions, forwarded };
	return view(call, platform, deliver(call, platform, copy));
};

/** im-v1/message/merge_forward.md: messages that cannot be forwarded come back in a list. */
const mergeForward: Handler = (call, platform) => {
	const listed = call.body.message_id_list as string[];
	const messages = listed.flatMap((id) => visible(id, call, platform) ?? []);
	if (messages.length === 0) throw new LarkError(230064);
	const valid = messages.filter(({ deleted }) => !deleted);
	if (valid.length === 0) throw new LarkError(230065);
	if (!isUniform(valid, 'chatId')) throw new LarkError(230069);
	if (!isUniform(valid, 'threadId')) throw new LarkError(230067);
	const isValid = (id: string) => valid.some(({ messageId }) => messageId === id);
	return {
		message: view(call, platform, deliver(call, platform, merged(valid))),
		invalid_message_id_list: listed.filter((id) => !isValid(id)),
	};
};

/** im-v1/message/forward-thread.md */
const forwardThread: Handler = (call, platform) => {
	const { thread_id: threadId } = call.params;
	const chat = containerChat(platform, threadId, true);
	if (!chat) throw new LarkError(230019);
	assertMember(call, chat);
	const messages = chat.messages.filter((message) => message.threadId === threadId);
	return view(call, platform, deliver(call, platform, merged(messages)));
};

export const forwardHandlers: Record<string, Handler> = {
	'im.v1.message.forward': forward,
	'im.v1.message.merge_forward': mergeForward,
	'im.v1.thread.forward': forwardThread,
};

/** A uuid counts once for each receiver. */
function deliver(call: Call, platform: Platform, given: Forwarded): Message {
	const { uuid } = call.query;
	const key = uuid === undefined ? undefined : `${String(uuid)} ${String(call.body.receive_id)}`;
	return platform.sent.once(call.app.appId, key, () => {
		const { chat, ...place } = destination(call, platform);
		assertMaySend(call, platform, chat);
		assertReceiverPace(platform, chat);
		const sender = senderOf(call);
		return platform.world.addMessage({ ...given, ...place, sender, chatId: chat.chatId });
	});
}

function destination(call: Call, platform: Platform) {
	if (call.query.receive_id_type !== 'thread_id') return { chat: receiverChat(call, platform) };
	const threadId = String(call.body.receive_id);
	const chat = containerChat(platform, threadId, true);
	const root = chat?.messages.find((message) => message.threadId === threadId);
	if (!chat || !root) throw new LarkError(230019);
	return { chat, threadId, rootId: root.messageId, parentId: root.messageId };
}

function merged(messages: Message[]): Forwarded {
	return {
		msgType: 'merge_forward',
		content: 'Merged and Forwarded Message',
		sentContent: '{}',
		forwarded: messages.map(({ messageId }) => messageId),
	};
}

function visible(id: string, call: Call, { world }: Platform): Message | undefined {
	const message = world.message(id);
	const chat = message && world.chat(message.chatId);
	return chat && isMember(call, chat) ? message : undefined;
}

function isUniform(messages: Message[], key: 'chatId' | 'threadId'): boolean {
	return new Set(messages.map((message) => message[key])).size === 1;
}
