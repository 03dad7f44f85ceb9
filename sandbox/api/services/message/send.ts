import { readBack } from '../../../content/read-back';
import { LarkError } from '../../../contract/lark-error';
import { placeOfReply } from '../../../world/replies';
import type { Chat, Message } from '../../../world/types';
import type { UserIdType } from '../../../world/world';
import { senderOf } from '../../caller';
import { messageOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import { readSent } from './card-entity';
import { assertMaySend, assertReceiverRate, receiverChat } from './receiver';
import { assertLength, assertReferences } from './references';
import { viewFor } from './view';

interface Draft {
	msg_type: string;
	content: string;
	uuid?: string;
}

interface NewMessageFields {
	query: { receive_id_type: UserIdType | 'chat_id' };
	body: Draft & { receive_id: string };
}

/** im-v1/message/create.md */
const create = handler<NewMessageFields>((call, platform) => {
	const { receive_id, ...draft } = call.body;
	const message = platform.sent.once(call.app.appId, draft.uuid, () => {
		const chat = receiverChat(call, platform, call.query.receive_id_type, receive_id);
		return send(call, platform, chat, draft);
	});
	return viewFor(call, platform, message);
});

/** im-v1/message/reply.md */
const reply = handler<{ body: Draft & { reply_in_thread?: boolean } }>((call, platform) => {
	const draft = call.body;
	const message = platform.sent.once(call.app.appId, draft.uuid, () => {
		const { message: parent, chat } = messageOf(call, platform);
		if (parent.deleted) throw new LarkError(230011);
		const place = placeOfReply(chat, parent, draft.reply_in_thread);
		const sent = send(call, platform, chat, draft, place);
		parent.threadId = place.threadId;
		platform.world.emit({ type: 'message.changed', message: parent });
		return sent;
	});
	return viewFor(call, platform, message);
});

export const sendHandlers: HandlerTable = {
	'im.v1.message.create': create,
	'im.v1.message.reply': reply,
};

/** Checks and stores a message of any type. */
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
	const { content, sentContent, entity } = readSent(call, platform, draft);
	assertReferences(msgType, { caller: call, world: platform.world, chat, content });
	assertReceiverRate(platform, chat);
	const message = platform.world.addMessage({
		chatId: chat.chatId,
		msgType,
		sender: senderOf(call),
		sentContent,
		cardId: entity?.cardId,
		...readBack(msgType, content, call.app.appId, platform.world),
		...place,
	});
	if (entity) entity.messageId = message.messageId;
	return message;
}
