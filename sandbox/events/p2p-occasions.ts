import type { Deed } from '../world/types';
import type { World } from '../world/world';
import { botsIn } from './chat-occasions';
import { idsOf } from './identities';
import type { Occasion } from './occasion';

type Opening = Extract<Deed, { type: 'p2p.created' | 'p2p.entered' }>;

/** group/chat-member/event/bot-events.md: the first conversation of a person and a bot, in the oldest form. */
export function p2pCreated({ chat, by }: Opening, world: World): Occasion[] {
	const [userId] = chat.members;
	return botsIn(chat, world).map((app) => {
		const { union_id: _operatorUnion, ...operator } = idsOf(by, app, world);
		const { union_id: _userUnion, ...user } = idsOf({ type: 'user', userId }, app, world);
		const name = world.nameOf({ type: 'user', userId });
		const event = { chat_id: chat.chatId, operator, user: { name, ...user } };
		return { app, eventType: 'p2p_chat_create', event };
	});
}

/** group/chat-member/event/bot_p2p_chat_entered.md */
export function p2pEntered({ chat, by }: Opening, world: World): Occasion[] {
	const last = chat.messages.at(-1);
	return botsIn(chat, world).map((app) => {
		const event = {
			chat_id: chat.chatId,
			operator_id: idsOf(by, app, world),
			...(last && {
				last_message_id: last.messageId,
				last_message_create_time: String(last.createTime),
			}),
		};
		return { app, eventType: 'im.chat.access_event.bot_p2p_chat_entered_v1', event };
	});
}
