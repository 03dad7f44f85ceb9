import type { INodeProperties } from 'n8n-workflow';

import { checkKey } from '../../../shared/content/key';
import { InputError } from '../../../shared/inputError';
import { choiceField, switchOption } from '../../fields/field';
import type { ItemParameters } from '../../fields/item';
import { checkLink } from '../../fields/link';
import { partIdsField, partPickerField } from '../../fields/partId';

/** The longest name of a tab (group/chat-tab/create, tab_name). */
const MAX_NAME = 60;

const FIX = 'Take it from the output of Chat Tab > Get Many: {{ $json.tab_id }}.';

/** The tab that an operation is about. */
export const tabId = partPickerField({
	displayName: 'Tab',
	name: 'tabId',
	placeholder: 'e.g. {{ $json.tab_id }}',
	description: 'The tab, by its tab_id from the output of Add or Get Many',
	fix: 'Pick it from the list, or take it from Chat Tab > Get Many: {{ $json.tab_id }}.',
	searchListMethod: 'searchChatTabs',
	dependsOn: ['chatId.value'],
});

/** Tabs from left to right. */
export const tabIds = partIdsField({
	displayName: 'Tab IDs',
	name: 'tabIds',
	placeholder: 'e.g. 7101214603622940671, 7101214603622940672',
	description:
		'Tabs in the new order, separated by commas. Tabs that are left out follow in their present order. The message tab stays first.',
	fix: FIX,
});

/** Lark lets apps write tabs of these types only (group/chat-tab/create, tab_type). */
export const tabType = choiceField({
	displayName: 'Tab Type',
	name: 'tabType',
	type: 'options',
	options: [
		{ name: 'Document', value: 'doc', description: 'A Lark document that the caller may share' },
		{ name: 'Web Page', value: 'url' },
	],
	default: 'url',
	description: 'What the tab shows',
});

export const tabNameProperty: INodeProperties = {
	displayName: 'Name',
	name: 'tab_name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Roadmap',
	description: `Up to ${MAX_NAME} characters`,
};

export const tabLinkProperty: INodeProperties = {
	displayName: 'Link',
	name: 'tabLink',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/roadmap',
	description: 'Address of the web page or document',
};

export const tabIconProperty: INodeProperties = {
	displayName: 'Icon Image Key',
	name: 'icon_key',
	type: 'string',
	default: '',
	placeholder: 'e.g. img_v3_02ab_7ea74629-9191-4176',
	description: 'Icon of a web page, by its image_key. File > Upload Image gives one.',
};

export const openInLark = switchOption({
	displayName: 'Open in Lark',
	name: 'is_built_in',
	type: 'boolean',
	default: false,
	description: 'Whether the web page opens inside Lark instead of a browser',
});

/** @throws InputError for a name that is empty or too long */
export function readTabName(item: ItemParameters, name = 'tab_name'): string {
	const text = item.string(name).trim();
	const length = [...text].length;
	if (length > 0 && length <= MAX_NAME) return text;
	throw new InputError(
		length === 0
			? 'Name is empty'
			: `Name has ${length} characters, Lark takes at most ${MAX_NAME}`,
		'Enter what stands on the tab.',
	);
}

/** What the tab shows, under Lark's name for its type. */
export const readTabContent = (item: ItemParameters, name = 'tabLink') => ({
	[tabType.read(item)]: checkLink(item.string(name), 'Link'),
});

/** The settings that only web pages have; undefined when none is given. */
export function readTabConfig(
	item: ItemParameters,
	icon: string,
	is_built_in: boolean | undefined,
) {
	const icon_key =
		item.string(icon).trim() && checkKey('image_key', item.string(icon), 'Icon Image Key');
	const given = {
		...(icon_key && { icon_key }),
		...(is_built_in !== undefined && { is_built_in }),
	};
	return Object.keys(given).length > 0 ? given : undefined;
}
