import type { IDataObject } from 'n8n-workflow';

import type { addChatManagers } from '../../../shared/lark/chatMembers';
import { chat } from '../../fields/chat';
import type { OperationItem } from '../../fields/item';
import { members } from '../../fields/members';

/**
 * Makes members managers of a chat, or managers members: both endpoints take and give the same.
 *
 * @returns the managers that the chat has then
 * @see group/chat-member/add_managers, group/chat-member/delete_managers
 */
export async function changeManagers(
	item: OperationItem,
	endpoint: typeof addChatManagers,
): Promise<IDataObject> {
	const chat_id = chat.read(item);
	const { member_id_type, pieces } = members.read(item);
	let managers = {};
	for (const manager_ids of pieces) {
		managers = await item.lark.call(endpoint, {
			path: { chat_id },
			query: { member_id_type },
			body: { manager_ids },
		});
	}
	return { chat_id, ...managers };
}
