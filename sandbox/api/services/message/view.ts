import { rawCard } from '../../../content/card-raw';
import type { Message } from '../../../world/types';
import { messageView } from '../../../world/views';
import type { World } from '../../../world/world';
import type { Caller } from '../../caller';
import type { Platform } from '../../platform';
import type { UserIds } from '../../user-ids';
import { mayRead } from '../contact/user-view';

/** The fields of a query that choose how a message reads. */
export interface ViewQuery extends Partial<UserIds> {
	card_msg_content_type?: string;
	/** Known from the official SDK alone. */
	with_sender_name?: boolean;
}

/** @returns a message as the caller sees it; cards simplified, as they were sent or raw (im-v1/message/get-message.md) */
export function viewFor(
	caller: Caller,
	{ world }: Platform,
	message: Message,
	{
		user_id_type: userIdType,
		card_msg_content_type: form,
		with_sender_name: isNamed,
	}: ViewQuery = {},
) {
	const { appId } = caller.app;
	const originalCards = form !== undefined;
	const view = messageView(message, world, { appId, userIdType, originalCards });
	const sender_name = isNamed && senderName(caller, message, world);
	const sender = { ...view.sender, ...(sender_name && { sender_name }) };
	const isRaw = form === 'raw_card_content' && message.msgType === 'interactive';
	const body = isRaw && !message.deleted ? { content: rawCard(message) } : view.body;
	return { ...view, sender, body };
}

/** Apps have names for everybody; those of people need a scope for contacts. */
function senderName(caller: Caller, { sender }: Message, world: World): string | undefined {
	if (sender.type === 'app') return world.app(sender.appId)?.name;
	return mayRead(caller, 'name') ? world.userById(sender.userId)?.name : undefined;
}
