import type { Message } from '../../../world/types';
import { messageView } from '../../../world/views';
import type { Caller } from '../../caller';
import type { Platform } from '../../platform';
import type { UserIds } from '../../user-ids';

/** The fields of a query that choose how a message reads. */
export interface ViewQuery extends Partial<UserIds> {
	card_msg_content_type?: string;
}

/** @returns a message as the caller sees it */
export function viewFor(
	{ app }: Caller,
	{ world }: Platform,
	message: Message,
	{ user_id_type: userIdType, card_msg_content_type }: ViewQuery = {},
) {
	const originalCards = card_msg_content_type !== undefined;
	return messageView(message, world, { appId: app.appId, userIdType, originalCards });
}
