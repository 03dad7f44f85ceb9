import type { Chat, Message } from '../../../world/types';
import { idOf } from '../../../world/views';
import type { World } from '../../../world/world';
import { isMember } from '../../caller';
import { invalidParameter } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import { paginate, type PageQuery } from '../../paging';
import type { UserIds } from '../../user-ids';

/** Longer queries are cut. */
const MAX_QUERY = 50;

const ISO_8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

interface Filter {
	from_ids?: string[];
	chat_ids?: string[];
	time_range?: { start_time?: string; end_time?: string };
	include_attachment_types?: string[];
	from_types?: string[];
	exclude_from_types?: string[];
	at_chatter_ids?: string[];
	chat_type?: Chat['mode'];
	is_at_me?: boolean;
}

interface SearchFields {
	query: UserIds & PageQuery;
	body: { query?: string; filter?: Filter };
}

type SearchCall = Call<SearchFields>;

/** im/v1/messages/search: what a person can see, the newest first; all words must be there, in any case. */
const search = handler<SearchFields>((call, { world }) => {
	const { query = '', filter = {} } = call.body;
	const words = query.slice(0, MAX_QUERY).toLowerCase().split(/\s+/).filter(Boolean);
	const wanted = matcher(call, world, filter);
	const found = world.chats
		.filter((chat) => isMember(call, chat))
		.flatMap((chat) => chat.messages.map((message) => ({ chat, message })))
		.filter(({ message }) => !message.deleted)
		.filter(({ message }) => {
			const text = textOf(message).toLowerCase();
			return words.every((word) => text.includes(word));
		})
		.filter(wanted)
		.sort((a, b) => b.message.createTime - a.message.createTime);
	const page = paginate(call, found);
	return {
		...page,
		items: page.items.map(({ chat, message }) => hit(call, world, chat, message)),
		total: found.length,
		...(query.length > MAX_QUERY && {
			notice: `The query is too long and has been truncated to the first ${MAX_QUERY} characters for search.`,
		}),
	};
});

export const searchHandlers: HandlerTable = { 'im.v1.message.search': search };

function matcher(call: SearchCall, world: World, filter: Filter) {
	const { start_time, end_time } = filter.time_range ?? {};
	const start = instant(call, 'start_time', start_time) ?? 0;
	const end = instant(call, 'end_time', end_time) ?? Infinity;
	const me = call.user
		? world.userIdAs(call.user, call.app.appId, call.query.user_id_type)
		: call.app.botOpenId;
	return ({ chat, message }: { chat: Chat; message: Message }): boolean => {
		const mentioned = message.mentions.map(({ key, who }) =>
			key === '@_all' ? 'all' : readerId(call, world, who),
		);
		const mentions = (ids: string[]) => [...ids, 'all'].some((id) => mentioned.includes(id));
		const kind = message.sender.type === 'app' ? 'bot' : 'user';
		const { from_ids, chat_ids, at_chatter_ids, from_types, exclude_from_types } = filter;
		return (
			message.createTime >= start &&
			message.createTime <= end &&
			(from_ids?.includes(readerId(call, world, message.sender)) ?? true) &&
			(chat_ids?.includes(chat.chatId) ?? true) &&
			(filter.chat_type ?? chat.mode) === chat.mode &&
			(from_types?.includes(kind) ?? true) &&
			!exclude_from_types?.includes(kind) &&
			(at_chatter_ids === undefined || mentions(at_chatter_ids)) &&
			(!filter.is_at_me || mentions([me])) &&
			(filter.include_attachment_types?.some((type) => attachmentsOf(message).includes(type)) ??
				true)
		);
	};
}

function instant(call: Call, name: string, value?: string): number | undefined {
	if (value === undefined) return undefined;
	if (!ISO_8601.test(value)) throw invalidParameter(call.endpoint, `invalid ${name}`);
	return Date.parse(value);
}

function attachmentsOf({ msgType, content }: Message): string[] {
	const isPost = msgType === 'post';
	return [
		...(msgType === 'image' || (isPost && content.includes('"tag":"img"')) ? ['image'] : []),
		...(msgType === 'media' || (isPost && content.includes('"tag":"media"')) ? ['video'] : []),
		...(['file', 'folder'].includes(msgType) ? ['file'] : []),
		...(/https?:\/\//.test(content) ? ['link'] : []),
	];
}

function hit(call: SearchCall, world: World, chat: Chat, message: Message) {
	return {
		id: message.messageId,
		display_info: textOf(message),
		meta_data: {
			message_id: message.messageId,
			type: message.msgType === 'interactive' ? 'card' : message.msgType,
			create_time: new Date(message.createTime).toISOString(),
			update_time: new Date(message.updateTime).toISOString(),
			position: chat.messages.indexOf(message) + 1,
			chat_id: chat.chatId,
			from_id: readerId(call, world, message.sender),
			...(message.threadId && { thread_id: message.threadId }),
			is_p2p_chat: chat.mode === 'p2p',
		},
	};
}

/** Every text in a content, with the names of those who are mentioned; a card is searched as it was sent. */
function textOf({ msgType, content, sentContent, mentions }: Message): string {
	// The one content that is no JSON.
	if (msgType === 'merge_forward') return content;
	const texts: string[] = [];
	JSON.parse(msgType === 'interactive' ? sentContent : content, (name, value: unknown) => {
		if (typeof value === 'string' && !['tag', 'style'].includes(name)) texts.push(value);
		return value;
	});
	return mentions.reduce(
		(text, { key, name }) => text.replaceAll(key, `@${name}`),
		texts.join(' '),
	);
}

function readerId({ app, query }: SearchCall, world: World, who: Message['sender']): string {
	return idOf(who, world, { appId: app.appId, userIdType: query.user_id_type }).id;
}
