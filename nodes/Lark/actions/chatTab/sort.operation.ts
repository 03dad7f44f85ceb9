import { listChatTabs, sortChatTabs } from '../../../shared/lark/chatTabs';
import { chat } from '../../fields/chat';
import { checkPresent } from '../../fields/presentIds';
import type { Operation } from '../operation';
import { tabIds } from './tab';

/** Lark wants the IDs of all tabs, with the message tab first (group/chat-tab/sort_tabs). */
export const chatTabSort: Operation = {
	name: 'Sort',
	value: 'sort',
	action: 'Sort the tabs of a chat',
	description: 'Put the tabs of a Lark chat in another order',
	endpoints: [sortChatTabs, listChatTabs],
	lanes: [chat],
	properties: [chat.property, tabIds.property],

	async execute(item) {
		const chat_id = chat.read(item);
		const wanted = tabIds.read(item);
		const { chat_tabs: present = [] } = await item.lark.call(listChatTabs, { path: { chat_id } });
		const known = present.map(({ tab_id = '' }) => tab_id);
		checkPresent(wanted, known, { field: 'Tab IDs', what: 'tab', source: 'Chat Tab > Get Many' });
		const first = present.filter(({ tab_type }) => tab_type === 'message');
		const tab_ids = [...new Set([...first.map(({ tab_id = '' }) => tab_id), ...wanted, ...known])];
		const { chat_tabs = [] } = await item.lark.call(sortChatTabs, {
			path: { chat_id },
			body: { tab_ids },
		});
		return chat_tabs.map((tab) => ({ ...tab, chat_id }));
	},
};
