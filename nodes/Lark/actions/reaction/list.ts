import { listReactions } from '../../../shared/lark/reactions';
import type { LarkClient } from '../../../shared/transport/client';
import type { UserIdType } from '../../../shared/userId';

/**
 * Lists the reactions to a message.
 *
 * @param query reaction_type for one emoji only
 * @param limit how many; all by default
 * @see im-v1/message-reaction/list
 */
export async function listReactionsTo(
	lark: LarkClient,
	message_id: string,
	query: { reaction_type?: string; user_id_type?: UserIdType },
	limit?: number,
) {
	return await lark.list(
		listReactions,
		{
			path: { message_id },
			query,
		},
		{ pageSize: 50, limit },
	);
}
