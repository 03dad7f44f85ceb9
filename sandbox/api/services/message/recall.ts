import { LarkError } from '../../../contract/lark-error';
import { isCaller } from '../../caller';
import { assertMember, assertNotDissolved, messageOf } from '../../checks';
import { handler, type HandlerTable } from '../../handler';

/** im-v1/message/delete.md: one's own messages; the owner of a group may recall those of others. */
const recall = handler((call, platform) => {
	const { message, chat } = messageOf(call, platform);
	assertNotDissolved(call, chat);
	assertMember(call, chat);
	if (message.deleted) throw new LarkError(230110);
	const isOwner = call.user !== undefined && chat.ownerId === call.user.userId;
	if (!isCaller(call, message.sender) && !isOwner) throw new LarkError(230026);
	platform.world.recall(message);
	return {};
});

export const recallHandlers: HandlerTable = { 'im.v1.message.delete': recall };
