import { LarkError } from '../../../contract/lark-error';
import { hasScope } from '../../../world/scopes';
import type { Chat, Message } from '../../../world/types';
import { assertMember, invalidParameter, messageOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import { paginate, type PageQuery } from '../../paging';
import { isThreadReply, threadChat } from './thread';
import { viewFor, type ViewQuery } from './view';

type ReadCall = Call<{ query: ReadQuery }>;

interface ReadQuery extends ViewQuery, PageQuery {
	container_id_type: 'chat' | 'thread';
	container_id: string;
	start_time?: string;
	end_time?: string;
	sort_type?: string;
	/** Known from the official SDK alone. */
	only_thread_root_messages?: boolean;
}

/** im-v1/message/get-message.md: what was merged and forwarded follows the message. */
const get = handler<{ query: ViewQuery }>((call, platform) => {
	const { message, chat } = messageOf(call, platform);
	assertReadable(call, chat);
	const view = (each: Message) => viewFor(call, platform, each, call.query);
	const inside = message.forwarded.flatMap((id) => platform.world.message(id) ?? []);
	const children = inside.map((child) => ({
		...view(child),
		upper_message_id: message.messageId,
	}));
	return { items: [view(message), ...children] };
});

/** im-v1/message/list.md: times are Unix seconds; replies of threads are in the thread's container. */
const list = handler<{ query: ReadQuery }>((call, platform) => {
	const { world } = platform;
	const { container_id_type, container_id, sort_type, only_thread_root_messages } = call.query;
	const isThread = container_id_type === 'thread';
	assertTimesFit(call, isThread);
	const chat = isThread ? threadChat(world, container_id) : world.chat(container_id);
	if (!chat) throw invalidParameter(call.endpoint, 'invalid container_id');
	assertReadable(call, chat);
	const from = seconds(call, 'start_time') ?? 0;
	const to = seconds(call, 'end_time') ?? Infinity;
	const messages = chat.messages
		.filter((message) =>
			isThread ? message.threadId === container_id : !isThreadReply(world, message),
		)
		.filter(({ threadId, rootId }) => !only_thread_root_messages || (threadId && !rootId))
		.filter(({ createTime }) => createTime >= from * 1_000 && createTime <= to * 1_000);
	if (sort_type === 'ByCreateTimeDesc') messages.reverse();
	const page = paginate(call, messages);
	return {
		...page,
		items: page.items.map((message) => viewFor(call, platform, message, call.query)),
	};
});

export const readHandlers: HandlerTable = {
	'im.v1.message.get': get,
	'im.v1.message.list': list,
};

/** A user needs one more scope to read a chat; an app needs it for groups only. */
function assertReadable(call: Call, chat: Chat): void {
	assertMember(call, chat);
	const scope = `im:message.${chat.mode}_msg`;
	const needed = call.user ? `${scope}:get_as_user` : chat.mode === 'group' && scope;
	if (needed && !hasScope(call, needed)) throw new LarkError(230027);
}

function assertTimesFit({ endpoint, query }: ReadCall, isThread: boolean): void {
	if (isThread && (query.start_time ?? query.end_time) !== undefined) {
		throw invalidParameter(endpoint, 'a thread container takes no start_time and end_time');
	}
}

function seconds(call: ReadCall, name: 'start_time' | 'end_time'): number | undefined {
	const value = call.query[name];
	if (value === undefined) return undefined;
	if (!/^\d{1,10}$/.test(value)) throw invalidParameter(call.endpoint, `invalid ${name}`);
	return Number(value);
}
