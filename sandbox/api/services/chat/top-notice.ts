import type { Chat, TopNotice } from '../../../world/types';
import { invalidParameter, openChatOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';

interface GivenNotice {
	action_type?: '1' | '2';
	message_id?: string;
}

/** group/chat/put_top_notice.md: a message of the chat, or its announcement. */
const put = handler<{ body: { chat_top_notice: GivenNotice[] } }>((call, platform) => {
	const chat = openChatOf(call, platform);
	const [given] = call.body.chat_top_notice;
	if (!given) throw invalidParameter(call.endpoint, 'chat_top_notice is empty');
	chat.topNotice = noticeOf(call, chat, given);
	platform.world.emit({ type: 'state' });
	return {};
});

/** group/chat/delete_top_notice.md */
const remove = handler((call, platform) => {
	openChatOf(call, platform).topNotice = undefined;
	platform.world.emit({ type: 'state' });
	return {};
});

export const topNoticeHandlers: HandlerTable = {
	'im.v1.chat_top_notice.put_top_notice': put,
	'im.v1.chat_top_notice.delete_top_notice': remove,
};

function noticeOf({ endpoint }: Call, chat: Chat, given: GivenNotice): TopNotice {
	if (given.action_type !== '1') return { kind: 'announcement' };
	const message = chat.messages.find(({ messageId }) => messageId === given.message_id);
	if (!message || message.deleted) throw invalidParameter(endpoint, 'invalid message_id');
	return { kind: 'message', messageId: message.messageId };
}
