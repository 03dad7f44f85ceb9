import { createChatTabs } from '../../../shared/lark/chatTabs';
import { chat } from '../../fields/chat';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../operation';
import {
	tabIconProperty,
	tabLinkProperty,
	tabNameProperty,
	openInLark,
	readTabConfig,
	readTabContent,
	readTabName,
	tabType,
} from './tab';

/** Lark answers with the tabs of the chat; the new one is the last of this name. */
export const chatTabAdd: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add a tab to a chat',
	description: 'Add a web page or document as a tab to a Lark chat. A chat has up to 20 such tabs.',
	endpoints: [createChatTabs],
	lanes: [chat],
	properties: [
		chat.property,
		tabType.property,
		{ ...tabNameProperty, required: true },
		{ ...tabLinkProperty, required: true },
		optionsCollection([tabIconProperty, openInLark.property]),
	],

	async execute(item) {
		const chat_id = chat.read(item);
		const tab_name = readTabName(item);
		const tab = {
			tab_name,
			tab_type: tabType.read(item),
			tab_content: readTabContent(item),
			tab_config: readTabConfig(item, 'options.icon_key', openInLark.read(item)),
		};
		const { chat_tabs = [] } = await item.lark.call(createChatTabs, {
			path: { chat_id },
			body: { chat_tabs: [tab] },
		});
		return { ...chat_tabs.findLast((candidate) => candidate.tab_name === tab_name), chat_id };
	},
};
