import type { Client } from '@larksuiteoapi/node-sdk';

import type { LarkClient } from '../../../shared/transport/client';
import type { UserIdType } from '../../../shared/userId';

type List = Client['im']['v1']['messageReaction']['list'];

/**
 * Lists the reactions to a message.
 *
 * @param query reaction_type for one emoji only
 * @param limit how many; all by default
 * @see im-v1/message-reaction/list
 */
export async function listReactions(
	lark: LarkClient,
	message_id: string,
	query: { reaction_type?: string; user_id_type?: UserIdType },
	limit?: number,
) {
	return await lark.list<List>(
		{
			method: 'GET',
			url: '/open-apis/im/v1/messages/:message_id/reactions',
			path: { message_id },
			query,
		},
		{ pageSize: 50, limit },
	);
}
