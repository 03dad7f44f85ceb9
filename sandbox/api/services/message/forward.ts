import { LarkError } from '../../../contract/lark-error';
import type { Message } from '../../../world/types';
import type { NewMessage, UserIdType } from '../../../world/world';
import { isMember, senderOf } from '../../caller';
import { assertMember, messageOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import { assertMaySend, assertReceiverRate, receiverChat } from './receiver';
import { threadChat } from './thread';
import { viewFor } from './view';

const NOT_FORWARDABLE = ['audio', 'system'];

interface Destination {
	query: { receive_id_type: UserIdType | 'chat_id' | 'thread_id'; uuid?: string };
	body: { receive_id: string };
}

interface MergeFields {
	query: Destination['query'];
	body: Destination['body'] & { message_id_list: string[] };
}

type Forwarded = Pick<NewMessage, 'msgType' | 'content' | 'sentContent' | 'mentions' | 'forwarded'>;

/** im-v1/message/forward-message.md */
const forward = handler<Destination>((call, platform) => {
	const { message: original, chat } = messageOf(call, platform);
	assertMember(call, chat);
	if (original.deleted) throw new LarkError(230065);
	if (NOT_FORWARDABLE.includes(original.msgType)) throw new LarkError(230061);
	const { msgType, content, sentContent, mentions, forwarded } = original;
	const copy = { msgType, content, sentContent, mentions, forwarded };
	return viewFor(call, platform, deliver(call, platform, copy));
});

/** im-v1/message/merge_forward.md: messages that cannot be forwarded come back in a list. */
const mergeForward = handler<MergeFields>((call, platform) => {
	const listed = call.body.message_id_list;
	const messages = listed.flatMap((id) => visible(id, call, platform) ?? []);
	if (messages.length === 0) throw new LarkError(230064);
	const valid = messages.filter(({ deleted }) => !deleted);
	if (valid.length === 0) throw new LarkError(230065);
	if (!isUniform(valid, 'chatId')) throw new LarkError(230069);
	if (!isUniform(valid, 'threadId')) throw new LarkError(230067);
	const isValid = (id: string) => valid.some(({ messageId }) => messageId === id);
	return {
		message: viewFor(call, platform, deliver(call, platform, merged(valid))),
		invalid_message_id_list: listed.filter((id) => !isValid(id)),
	};
});

/** im-v1/message/forward-thread.md */
const forwardThread = handler<Destination>((call, platform) => {
	const { thread_id: threadId } = call.params;
	const chat = threadChat(platform.world, threadId);
	if (!chat) throw new LarkError(230019);
	assertMember(call, chat);
	const messages = chat.messages.filter((message) => message.threadId === threadId);
	return viewFor(call, platform, deliver(call, platform, merged(messages)));
});

export const forwardHandlers: HandlerTable = {
	'im.v1.message.forward': forward,
	'im.v1.message.merge_forward': mergeForward,
	'im.v1.thread.forward': forwardThread,
};

/** A uuid counts once for each receiver. */
function deliver(call: Call<Destination>, platform: Platform, given: Forwarded): Message {
	const { uuid } = call.query;
	const key = uuid === undefined ? undefined : `${uuid} ${call.body.receive_id}`;
	return platform.sent.once(call.app.appId, key, () => {
		const { chat, ...place } = destination(call, platform);
		assertMaySend(call, platform, chat);
		assertReceiverRate(platform, chat);
		const sender = senderOf(call);
		return platform.world.addMessage({ ...given, ...place, sender, chatId: chat.chatId });
	});
}

function destination(call: Call<Destination>, platform: Platform) {
	const { receive_id_type: type } = call.query;
	const { receive_id: id } = call.body;
	if (type !== 'thread_id') return { chat: receiverChat(call, platform, type, id) };
	const chat = threadChat(platform.world, id);
	const root = chat?.messages.find((message) => message.threadId === id);
	if (!chat || !root) throw new LarkError(230019);
	return { chat, threadId: id, rootId: root.messageId, parentId: root.messageId };
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
