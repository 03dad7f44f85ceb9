import emoji from '../../../contract/emoji.json';
import { LarkError } from '../../../contract/lark-error';
import type { Reaction } from '../../../world/types';
import { isMember } from '../../caller';
import { invalidParameter } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import { paginate, type Page } from '../../paging';
import type { Platform } from '../../platform';
import type { UserIds } from '../../user-ids';
import { reactionView } from './reaction';

interface MessageQuery {
	message_id?: string;
	page_token?: string;
}

interface BatchQuery {
	query: Partial<UserIds>;
	body: {
		queries: MessageQuery[];
		page_size_per_message?: number;
		reaction_type?: string;
	};
}

type FailReason = 'invalid' | 'invalid_page_token' | 'no_permission';

const DEFAULT_PAGE_SIZE = 10;

/** im-v1/message-reaction/batch_query.md: what cannot be read is named with the reason. */
const batchQuery = handler<BatchQuery>((call, platform) => {
	const { reaction_type: type, queries } = call.body;
	if (type !== undefined && !emoji.includes(type)) {
		throw invalidParameter(call.endpoint, 'invalid reaction_type');
	}
	const success_msg_reaction_details: object[] = [];
	const success_msg_reaction_counts: object[] = [];
	const fail_msg_reaction_details: object[] = [];
	for (const query of queries) {
		const { message_id = '' } = query;
		const reactions = readableReactions(call, platform, message_id, type);
		const page = Array.isArray(reactions) ? pageOf(call, query, reactions) : reactions;
		if (typeof page === 'string') {
			fail_msg_reaction_details.push({ message_id, fail_reason: page });
			continue;
		}
		const { items, ...more } = page;
		const message_reaction_items = items.map((reaction) => itemOf(call, platform, reaction));
		success_msg_reaction_details.push({ message_id, ...more, message_reaction_items });
		const reaction_count = countByType(reactions as Reaction[]);
		success_msg_reaction_counts.push({ message_id, reaction_count });
	}
	return { success_msg_reaction_details, success_msg_reaction_counts, fail_msg_reaction_details };
});

export const reactionBatchHandlers: HandlerTable = {
	'im.v1.message_reaction.batch_query': batchQuery,
};

function readableReactions(
	call: Call,
	{ world }: Platform,
	messageId: string,
	type?: string,
): Reaction[] | FailReason {
	const message = world.message(messageId);
	const chat = message && world.chat(message.chatId);
	if (!chat || message.deleted) return 'invalid';
	if (!isMember(call, chat)) return 'no_permission';
	return message.reactions.filter(({ emojiType }) => (type ?? emojiType) === emojiType);
}

/** Every message of a batch has pages of its own. */
function pageOf(
	call: Call<BatchQuery>,
	{ message_id = '', page_token }: MessageQuery,
	reactions: Reaction[],
): Page<Reaction> | FailReason {
	const { page_size_per_message: page_size = DEFAULT_PAGE_SIZE, reaction_type } = call.body;
	const query = { ...call.query, page_size, page_token, reaction_type };
	try {
		return paginate({ ...call, params: { message_id }, query }, reactions);
	} catch (error) {
		if (error instanceof LarkError) return 'invalid_page_token';
		throw error;
	}
}

function itemOf(call: Call<BatchQuery>, platform: Platform, reaction: Reaction) {
	const { reaction_type, ...rest } = reactionView(
		call,
		platform,
		reaction,
		call.query.user_id_type,
	);
	return { ...rest, ...reaction_type };
}

function countByType(reactions: Reaction[]) {
	const types = [...new Set(reactions.map(({ emojiType }) => emojiType))];
	return types.map((reaction_type) => ({
		reaction_type,
		count: String(reactions.filter(({ emojiType }) => emojiType === reaction_type).length),
	}));
}
