import { assertContentFits, assertLength } from './references';
import { parseContent } from '../../../content/parse';
import { readBack } from '../../../content/read-back';
import { ids } from '../../../world/ids';
import type { Chat, Message, Sender } from '../../../world/types';
import type { UserIdType } from '../../../world/world';
import { hasScope } from '../../authenticate';
import { assertMember, assertNotDissolved, invalidParameter, messageOf } from '../../checks';
import { LarkError } from '../../../contract/lark-error';
import { paginate } from '../../paging';
import type { Call, Handler, Platform } from '../../platform';
import { messageView } from '../../../world/views';
import { assertReachable, receiverChat } from './receiver';

const RECEIVER_LIMIT = { perSecond: 5 };

interface Draft {
	msg_type: string;
	content: string;
	uuid?: string;
}

/** im-v1/message/create.md */
const create: Handler = (call, platform) => {
	const draft = call.body as unknown as Draft;
	const message = platform.sent.once(call.app.appId, draft.uuid, () => {
		const chat = receiverChat(call, platform);
		return send(call, platform, chat, draft);
	});
	return view(call, platform, message);
};

/** im-v1/message/reply.md: a reply to a message of a thread stays in the thread. */
const reply: Handler = (call, platform) => {
	const draft = call.body as unknown as Draft & { reply_in_thread?: boolean };
	const message = platform.sent.once(call.app.appId, draft.uuid, () => {
		const { message: parent, chat } = messageOf(call, platform);
		if (parent.deleted) throw new LarkError(230011);
		const threadId = parent.threadId || (draft.reply_in_thread ? ids.thread() : '');
		const rootId = parent.rootId || parent.messageId;
		const sent = send(call, platform, chat, draft, {
			parentId: parent.messageId,
			rootId,
			threadId,
		});
		parent.threadId = threadId;
		return sent;
	});
	return view(call, platform, message);
};

/** im-v1/message/get-message.md: what was merged and forwarded follows the message. */
const get: Handler = (call, platform) => {
	const { message, chat } = messageOf(call, platform);
	assertReadable(call, chat);
	const inside = message.forwarded.flatMap((id) => platform.world.message(id) ?? []);
	const children = inside.map((child) => ({
		...view(call, platform, child),
		upper_message_id: message.messageId,
	}));
	return { items: [view(call, platform, message), ...children] };
};

/** im-v1/message/list.md: times are Unix seconds; replies of threads are in the thread's container. */
const list: Handler = (call, platform) => {
	const { container_id_type, container_id, start_time, end_time, sort_type } = call.query;
	const isThread = container_id_type === 'thread';
	if (isThread && (start_time ?? end_time) !== undefined) {
		throw invalidParameter(call.endpoint, 'a thread container takes no start_time and end_time');
	}
	const chat = containerChat(platform, String(container_id), isThread);
	if (!chat) throw invalidParameter(call.endpoint, 'invalid container_id');
	assertReadable(call, chat);
	const from = seconds(call, 'start_time', 0);
	const to = seconds(call, 'end_time', Infinity);
	const messages = chat.messages
		.filter((message) =>
			isThread ? message.threadId === container_id : !isThreadReply(platform, message),
		)
		.filter(({ createTime }) => createTime >= from * 1_000 && createTime <= to * 1_000);
	if (sort_type === 'ByCreateTimeDesc') messages.reverse();
	const page = paginate(call, messages);
	return { ...page, items: page.items.map((message) => view(call, platform, message)) };
};

/** im-v1/message/delete.md: one's own messages; the owner of a group may recall those of others. */
const recall: Handler = (call, platform) => {
	const { message, chat } = messageOf(call, platform);
	assertNotDissolved(call, chat);
	assertMember(call, chat);
	if (message.deleted) throw new LarkError(230110);
	const isOwner = call.user !== undefined && chat.ownerId === call.user.userId;
	if (!isSame(message.sender, senderOf(call)) && !isOwner) throw new LarkError(230026);
	platform.world.recall(message);
	return {};
};

export const messageHandlers: Record<string, Handler> = {
	'im.v1.message.create': create,
	'im.v1.message.reply': reply,
	'im.v1.message.get': get,
	'im.v1.message.list': list,
	'im.v1.message.delete': recall,
};

/** The road that every outgoing message takes. */
function send(
	call: Call,
	platform: Platform,
	chat: Chat,
	draft: Draft,
	place: Partial<Pick<Message, 'parentId' | 'rootId' | 'threadId'>> = {},
): Message {
	const { msg_type: msgType } = draft;
	assertMaySend(call, platform, chat);
	assertLength(msgType, call.bodyBytes);
	const content = parseContent(msgType, draft.content);
	assertContentFits(msgType, { call, platform, chat, content });
	assertReceiverPace(platform, chat);
	return platform.world.addMessage({
		chatId: chat.chatId,
		msgType,
		sender: senderOf(call),
		sentContent: draft.content,
		...readBack(msgType, content, call.app.appId, platform.world),
		...place,
	});
}

/** @throws LarkError when the caller cannot write into the chat */
export function assertMaySend(call: Call, platform: Platform, chat: Chat): void {
	assertNotDissolved(call, chat);
	assertMember(call, chat);
	assertReachable(call, platform, chat);
}

/** 5 messages a second to one user or one group, whoever sends them (230020). */
export function assertReceiverPace({ limiter }: Platform, chat: Chat): void {
	const verdict = limiter?.check(`receiver ${chat.chatId}`, RECEIVER_LIMIT);
	if (verdict && !verdict.allowed) throw new LarkError(230020);
}

/** A user needs one more scope to read a chat; an app does so for groups only. */
function assertReadable(call: Call, chat: Chat): void {
	assertMember(call, chat);
	const scope = `im:message.${chat.mode}_msg`;
	const needed = call.user ? `${scope}:get_as_user` : chat.mode === 'group' && scope;
	if (needed && !hasScope(call, needed)) throw new LarkError(230027);
}

export function containerChat(
	{ world }: Platform,
	id: string,
	isThread: boolean,
): Chat | undefined {
	if (!isThread) return world.chat(id);
	return world.chats.find((chat) => chat.messages.some((message) => message.threadId === id));
}

function isThreadReply({ world }: Platform, { threadId, parentId }: Message): boolean {
	return threadId !== '' && world.message(parentId)?.threadId === threadId;
}

function seconds(call: Call, name: string, fallback: number): number {
	const value = call.query[name] as string | undefined;
	if (value === undefined) return fallback;
	if (!/^\d{1,10}$/.test(value)) throw invalidParameter(call.endpoint, `invalid ${name}`);
	return Number(value);
}

export function view(call: Call, { world }: Platform, message: Message) {
	return messageView(message, world, {
		appId: call.app.appId,
		userIdType: call.query.user_id_type as UserIdType | undefined,
		originalCards: call.query.card_msg_content_type === 'user_card_content',
	});
}

export function senderOf({ app, user }: Call): Sender {
	return user ? { type: 'user', userId: user.userId } : { type: 'app', appId: app.appId };
}

export function isSame(a: Sender, b: Sender): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
