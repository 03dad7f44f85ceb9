import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { listChatTabs } from '../../shared/lark/chatTabs';
import { pickerActAs } from '../../shared/pickers/pickerActAs';
import { openClient } from '../../shared/transport/openClients';
import { pickerList } from './pickerList';
import { pickedChat } from './pickedChat';

/** Types of tabs that apps may write (group/chat-tab/create, tab_type). */
const OWN_TYPES = ['doc', 'url'];

/**
 * Lists the web pages and documents among the tabs of the chosen chat, from left to right.
 *
 * @param filter what the user typed
 */
export async function pickChatTabs(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const chat_id = pickedChat(this);
	const lark = await openClient(this, pickerActAs(this));
	const { chat_tabs = [] } = await lark.call(listChatTabs, { path: { chat_id } });
	const own = chat_tabs.filter(({ tab_type = '' }) => OWN_TYPES.includes(tab_type));
	return pickerList(
		own.map(({ tab_id = '', tab_name }) => ({ name: tab_name || tab_id, value: tab_id })),
		filter,
	);
}
