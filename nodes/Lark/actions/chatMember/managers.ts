import type { Client } from '@larksuiteoapi/node-sdk';
import type { IDataObject } from 'n8n-workflow';

import { checkChatId } from '../common/chat';
import type { OperationItem } from '../operation';
import { readMembers } from './members';

type Change = 'add_managers' | 'delete_managers';

/** Both endpoints take and give the same. */
type Method = Client['im']['v1']['chatManagers']['addManagers'];

/**
 * Makes members managers of a chat, or managers members.
 *
 * @returns the managers that the chat has then
 * @see group/chat-member/add_managers, group/chat-member/delete_managers
 */
export async function changeManagers(item: OperationItem, change: Change): Promise<IDataObject> {
	const chat_id = checkChatId(item.string('chatId'));
	const { member_id_type, pieces } = readMembers(item);
	let managers = {};
	for (const manager_ids of pieces) {
		managers = await item.lark.call<Method>({
			method: 'POST',
			url: `/open-apis/im/v1/chats/:chat_id/managers/${change}`,
			path: { chat_id },
			query: { member_id_type },
			body: { manager_ids },
		});
	}
	return { chat_id, ...managers };
}
