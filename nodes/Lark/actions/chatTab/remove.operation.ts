import { deleteChatTabs } from '../../../shared/lark/chatTabs';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';
import { tabId } from './tab';

export const chatTabRemove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove a tab from a chat',
	description: 'Remove a web page or document from the tabs of a Lark chat',
	endpoints: [deleteChatTabs],
	lanes: [chat],
	properties: [chat.property, tabId.property],

	async execute(item) {
		const chat_id = chat.read(item);
		const tab_id = tabId.read(item);
		await item.lark.call(deleteChatTabs, { path: { chat_id }, body: { tab_ids: [tab_id] } });
		return { deleted: true, tab_id };
	},
};
