import { hasScope } from '../../../world/scopes';
import { callerId, isMember } from '../../caller';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';

type StatusCall = Call<{ body: { message_ids: string[] } }>;

/** Known from larksuite/cli: for the person of the token. What cannot be told is `unexpected`, with a reason. */
const readStatus = handler<{ body: { message_ids: string[] } }>((call, platform) => {
	const items = call.body.message_ids.map((id) => ({
		message_id: id,
		...statusOf(call, platform, id),
	}));
	const isInvalid = ({ unexpected_reason }: { unexpected_reason?: string }) =>
		unexpected_reason === 'invalid';
	return {
		items,
		invalid_message_ids: items.filter(isInvalid).map(({ message_id }) => message_id),
	};
});

export const readStatusHandlers: HandlerTable = { 'im.v1.message.read_status': readStatus };

function statusOf(call: StatusCall, { world }: Platform, id: string) {
	const message = world.message(id);
	const chat = message && world.chat(message.chatId);
	if (!chat) return { read_status: 'unexpected', unexpected_reason: 'invalid' };
	const mayRead = isMember(call, chat) && hasScope(call, `im:message.${chat.mode}_msg:get_as_user`);
	if (!mayRead) return { read_status: 'unexpected', unexpected_reason: 'no_permission' };
	const reader = callerId(call);
	const { sender, reads } = message;
	const isOwn = sender.type === 'user' && sender.userId === reader;
	const isRead = isOwn || reads.some(({ userId }) => userId === reader);
	return { read_status: isRead ? 'read' : 'unread' };
}
