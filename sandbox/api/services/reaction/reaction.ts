import emoji from '../../../contract/emoji.json';
import { ids } from '../../../world/ids';
import type { Chat, Message, Reaction } from '../../../world/types';
import type { UserIdType } from '../../../world/world';
import { assertNotDissolved, isMember } from '../../checks';
import { LarkError } from '../../../contract/lark-error';
import { paginate } from '../../paging';
import type { Call, Handler, Platform } from '../../platform';
import { identity } from '../../../world/views';
import { isSame, senderOf } from '../message/message';

/** im-v1/message-reaction/create.md: the same emoji again is the same reaction. */
const create: Handler = (call, platform) => {
	const { message, chat } = target(call, platform, 231002);
	assertNotDissolved(call, chat);
	if (message.msgType === 'system') throw new LarkError(231017);
	const emojiType = (call.body.reaction_type as { emoji_type: string }).emoji_type;
	assertEmoji(emojiType);
	const operator = senderOf(call);
	const known = message.reactions.find(
		(reaction) => reaction.emojiType === emojiType && isSame(reaction.operator, operator),
	);
	if (known) return reactionView(call, platform, known);
	const time = platform.world.now();
	const reaction = { reactionId: ids.reaction(), emojiType, operator, time };
	message.reactions.push(reaction);
	return reactionView(call, platform, reaction);
};

/** im-v1/message-reaction/delete.md */
const remove: Handler = (call, platform) => {
	const { message, chat } = target(call, platform, 231002);
	assertNotDissolved(call, chat);
	const reaction = message.reactions.find((own) => own.reactionId === call.params.reaction_id);
	if (!reaction) throw new LarkError(231011);
	if (!isSame(reaction.operator, senderOf(call))) throw new LarkError(231007);
	message.reactions.splice(message.reactions.indexOf(reaction), 1);
	return reactionView(call, platform, reaction);
};

/** im-v1/message-reaction/list.md */
const list: Handler = (call, platform) => {
	const { message } = target(call, platform, 231008);
	const { reaction_type: type } = call.query;
	if (type !== undefined) assertEmoji(String(type));
	const chosen = message.reactions.filter(({ emojiType }) => (type ?? emojiType) === emojiType);
	const page = paginate(call, chosen);
	return { ...page, items: page.items.map((reaction) => reactionView(call, platform, reaction)) };
};

export const reactionHandlers: Record<string, Handler> = {
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
export function reactionView(call: Call, { world }: Platform, reaction: Reaction) {
	const userIdType = call.query.user_id_type as UserIdType | undefined;
	const { id } = identity(reaction.operator, world, { appId: call.app.appId, userIdType });
	return {
		reaction_id: reaction.reactionId,
		operator: { operator_id: id, operator_type: reaction.operator.type },
		action_time: String(reaction.time),
		reaction_type: { emoji_type: reaction.emojiType },
	};
}
