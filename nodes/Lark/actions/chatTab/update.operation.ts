import { InputError } from '../../../shared/inputError';
import { updateChatTabs } from '../../../shared/lark/chatTabs';
import { readBoolean } from '../../../shared/values';
import { byDisplayName } from '../../fields/alphabetical';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';
import {
	tabIconProperty,
	tabLinkProperty,
	tabNameProperty,
	openInLark,
	readTabConfig,
	readTabContent,
	readTabName,
	tabId,
	tabType,
} from './tab';

export const chatTabUpdate: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a tab of a chat',
	description:
		'Change name, link, icon or settings of a tab of a Lark chat. What is not given stays as it is.',
	endpoints: [updateChatTabs],
	lanes: [chat],
	properties: [
		chat.property,
		tabId.property,
		{ ...tabType.property, description: 'What the tab shows. It cannot be changed.' },
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [tabNameProperty, tabLinkProperty, tabIconProperty, openInLark.property].sort(
				byDisplayName,
			),
		},
	],

	async execute(item) {
		const chat_id = chat.read(item);
		const tab_id = tabId.read(item);
		const given = item.collection('updateFields');
		const isBuiltIn =
			given.is_built_in === undefined ? undefined : readBoolean('Open in Lark', given.is_built_in);
		const change = {
			...('tab_name' in given && { tab_name: readTabName(item, 'updateFields.tab_name') }),
			...('tabLink' in given && { tab_content: readTabContent(item, 'updateFields.tabLink') }),
			tab_config: readTabConfig(item, 'updateFields.icon_key', isBuiltIn),
		};
		if (Object.values(change).every((value) => value === undefined)) {
			throw new InputError('There is nothing to update', 'Add at least one of the Update Fields.');
		}
		const { chat_tabs = [] } = await item.lark.call(updateChatTabs, {
			path: { chat_id },
			body: { chat_tabs: [{ tab_id, tab_type: tabType.read(item), ...change }] },
		});
		return { ...chat_tabs.find((tab) => tab.tab_id === tab_id), chat_id };
	},
};
