import emoji from '../../../contract/emoji.json';
import { LarkError } from '../../../contract/lark-error';
import { addReaction, removeReaction } from '../../../world/reactions';
import type { Chat, Message, Reaction } from '../../../world/types';
import { idOf } from '../../../world/views';
import type { UserIdType } from '../../../world/world';
import { isCaller, isMember, senderOf, type Caller } from '../../caller';
import { assertNotDissolved } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import { paginate, type PageQuery } from '../../paging';
import type { Platform } from '../../platform';
import type { UserIds } from '../../user-ids';

interface ReactionQuery extends PageQuery, Partial<UserIds> {
	reaction_type?: string;
}

/** im-v1/message-reaction/create.md: the same emoji again is the same reaction. */
const create = handler<{ body: { reaction_type: { emoji_type: string } } }>((call, platform) => {
	const { message, chat } = target(call, platform, 231002);
	assertNotDissolved(call, chat);
	if (message.msgType === 'system') throw new LarkError(231017);
	const { emoji_type: emojiType } = call.body.reaction_type;
	assertEmoji(emojiType);
	const reaction = addReaction(platform.world, message, emojiType, senderOf(call));
	return reactionView(call, platform, reaction);
});

/** im-v1/message-reaction/delete.md */
const remove = handler((call, platform) => {
	const { message, chat } = target(call, platform, 231002);
	assertNotDissolved(call, chat);
	const reaction = message.reactions.find((own) => own.reactionId === call.params.reaction_id);
	if (!reaction) throw new LarkError(231011);
	if (!isCaller(call, reaction.operator)) throw new LarkError(231007);
	removeReaction(platform.world, message, reaction);
	return reactionView(call, platform, reaction);
});

/** im-v1/message-reaction/list.md */
const list = handler<{ query: ReactionQuery }>((call, platform) => {
	const { message } = target(call, platform, 231008);
	const { reaction_type: type } = call.query;
	if (type !== undefined) assertEmoji(type);
	const chosen = message.reactions.filter(({ emojiType }) => (type ?? emojiType) === emojiType);
	const page = paginate(call, chosen);
	const { user_id_type: userIdType } = call.query;
	return {
		...page,
		items: page.items.map((reaction) => reactionView(call, platform, reaction, userIdType)),
	};
});

export const reactionHandlers: HandlerTable = {
	'im.v1.message_reaction.create': create,
	'im.v1.message_reaction.delete': remove,
	'im.v1.message_reaction.list': list,
};

function target(
	call: Call,
	{ world }: Platform,
	outsider: number,
): { message: Message; chat: Chat } {
	const message = world.message(call.params.message_id);
	const chat = message && world.chat(message.chatId);
	if (!chat) throw new LarkError(231003);
	if (!isMember(call, chat)) throw new LarkError(outsider);
	if (message.deleted) throw new LarkError(230110);
	return { message, chat };
}

function assertEmoji(type: string): void {
	if (!emoji.includes(type)) throw new LarkError(231001);
}

/** A reaction as Lark describes it. */
export function reactionView(
	{ app }: Caller,
	{ world }: Platform,
	reaction: Reaction,
	userIdType?: UserIdType,
) {
	const { id } = idOf(reaction.operator, world, { appId: app.appId, userIdType });
	return {
		reaction_id: reaction.reactionId,
		operator: { operator_id: id, operator_type: reaction.operator.type },
		action_time: String(reaction.time),
		reaction_type: { emoji_type: reaction.emojiType },
	};
}
