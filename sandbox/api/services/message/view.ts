import { rawCard } from '../../../content/card-raw';
import type { Message } from '../../../world/types';
import { messageView } from '../../../world/views';
import type { Caller } from '../../caller';
import type { Platform } from '../../platform';
import type { UserIds } from '../../user-ids';

/** The fields of a query that choose how a message reads. */
export interface ViewQuery extends Partial<UserIds> {
	card_msg_content_type?: string;
}

/** @returns a message as the caller sees it; cards simplified, as they were sent or raw (im-v1/message/get-message.md) */
export function viewFor(
	{ app }: Caller,
	{ world }: Platform,
	message: Message,
	{ user_id_type: userIdType, card_msg_content_type: form }: ViewQuery = {},
) {
	const originalCards = form !== undefined;
	const view = messageView(message, world, { appId: app.appId, userIdType, originalCards });
	const isRaw = form === 'raw_card_content' && message.msgType === 'interactive';
	return isRaw && !message.deleted ? { ...view, body: { content: rawCard(message) } } : view;
}
