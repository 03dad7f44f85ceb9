import { LarkError } from '../../../contract/lark-error';
import type { Chat } from '../../../world/types';
import { type Caller, callerId, isCaller, senderOf } from '../../caller';
import { messageOf } from '../../checks';
import { handler, type HandlerTable } from '../../handler';
import { assertMaySend } from './receiver';

/** How old a message may be that a bot recalls for somebody else: a year. */
const MAX_AGE_MS = 365 * 24 * 60 * 60 * 1_000;

/** im-v1/message/delete.md: one's own messages, and those of others in groups that one runs. */
const recall = handler((call, platform) => {
	const { world } = platform;
	const { message, chat } = messageOf(call, platform);
	assertMaySend(call, platform, chat);
	if (message.deleted) throw new LarkError(230110);
	if (world.isInBatch(message)) throw new LarkError(230054);
	if (!isCaller(call, message.sender)) {
		if (!runs(call, chat)) throw new LarkError(230026);
		if (!call.user && world.now() - message.createTime > MAX_AGE_MS) throw new LarkError(230009);
	}
	world.recall(message, senderOf(call));
	return {};
});

export const recallHandlers: HandlerTable = { 'im.v1.message.delete': recall };

/** A person runs the groups that they own; a bot also those that it manages or has created. */
function runs(caller: Caller, { ownerId, managers, creatorId }: Chat): boolean {
	const id = callerId(caller);
	return ownerId === id || (!caller.user && (managers.includes(id) || creatorId === id));
}
