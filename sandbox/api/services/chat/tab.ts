import { LarkError } from '../../../contract/lark-error';
import { ids } from '../../../world/ids';
import type { Chat, ChatTab } from '../../../world/types';
import { assertMember, chatOf, invalidParameter, openChatOf } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import { assertOwnedImage, isAddress } from './owned-image';
import { manages } from './rights';

interface GivenTab extends Partial<Omit<ChatTab, 'tab_type'>> {
	tab_type: string;
}

type TabsCall = Call<{ body: { chat_tabs?: GivenTab[] } }>;

/** Types that apps may write (group/chat-tab/create.md). */
const OWN_TYPES = ['doc', 'url'];
const MAX_TABS = 20;
const MAX_NAME = 60;

/** group/chat-tab/create.md: the answer has all tabs of the chat. */
const create = handler<{ body: { chat_tabs: GivenTab[] } }>((call, platform) => {
	const chat = editableChat(call, platform);
	const given = call.body.chat_tabs;
	const own = chat.tabs.filter(({ tab_type }) => OWN_TYPES.includes(tab_type));
	if (own.length + given.length > MAX_TABS) throw new LarkError(232046);
	for (const tab of given) {
		if (!OWN_TYPES.includes(tab.tab_type)) throw invalidParameter(call.endpoint, 'tab_type');
		if (!tab.tab_name) throw invalidParameter(call.endpoint, 'tab_name is empty');
		assertWritable(call, platform, tab);
		if (!isAddress(contentOf(tab))) throw new LarkError(232048);
	}
	chat.tabs.push(...given.map((tab) => ({ ...tab, tab_id: ids.part() })));
	return changed(chat, platform);
});

/** group/chat-tab/update_tabs.md: what is not given stays; the type cannot change. */
const update = handler<{ body: { chat_tabs?: GivenTab[] } }>((call, platform) => {
	const chat = editableChat(call, platform);
	const changes = (call.body.chat_tabs ?? []).map((given) => {
		const tab = ownTab(call, chat, given.tab_id);
		if (tab.tab_type !== given.tab_type) throw new LarkError(232049);
		assertWritable(call, platform, given);
		if (given.tab_content && !isAddress(contentOf(given))) throw new LarkError(232048);
		return { tab, given };
	});
	for (const { tab, given } of changes) {
		const tab_config = given.tab_config && { ...tab.tab_config, ...given.tab_config };
		Object.assign(tab, given, tab_config && { tab_config });
	}
	return changed(chat, platform);
});

/** group/chat-tab/list_tabs.md */
const list = handler((call, platform) => {
	const chat = chatOf(call, platform);
	assertMember(call, chat);
	return { chat_tabs: chat.tabs };
});

/** group/chat-tab/sort_tabs.md: all IDs, with the message tab first. */
const sort = handler<{ body: { tab_ids?: string[] } }>((call, platform) => {
	const chat = editableChat(call, platform);
	const { tab_ids = [] } = call.body;
	const known = chat.tabs.map(({ tab_id }) => tab_id);
	const isSame = [...known].sort().join() === [...tab_ids].sort().join();
	if (!isSame || tab_ids[0] !== known[0]) throw invalidParameter(call.endpoint, 'tab_ids');
	chat.tabs.sort((a, b) => tab_ids.indexOf(a.tab_id) - tab_ids.indexOf(b.tab_id));
	return changed(chat, platform);
});

/** group/chat-tab/delete_tabs.md: the answer has the tabs that remain. */
const remove = handler<{ body: { tab_ids: string[] } }>((call, platform) => {
	const chat = editableChat(call, platform);
	const gone = call.body.tab_ids.map((id) => ownTab(call, chat, id));
	chat.tabs = chat.tabs.filter((tab) => !gone.includes(tab));
	return changed(chat, platform);
});

export const tabHandlers: HandlerTable = {
	'im.v1.chat_tab.create': create,
	'im.v1.chat_tab.update_tabs': update,
	'im.v1.chat_tab.list_tabs': list,
	'im.v1.chat_tab.sort_tabs': sort,
	'im.v1.chat_tab.delete_tabs': remove,
};

/** @throws LarkError 232055 where only owner and managers may edit the group */
function editableChat(call: Call, platform: Platform): Chat {
	const chat = openChatOf(call, platform);
	const isRestricted = chat.settings.edit_permission === 'only_owner';
	if (isRestricted && !manages(call, chat)) throw new LarkError(232055);
	return chat;
}

const contentOf = ({ tab_type, tab_content }: GivenTab) => tab_content?.[tab_type as 'doc' | 'url'];

function assertWritable(call: TabsCall, platform: Platform, tab: GivenTab): void {
	if ([...(tab.tab_name ?? '')].length > MAX_NAME) throw new LarkError(232047);
	assertOwnedImage(call, platform, tab.tab_config?.icon_key);
}

/** @throws LarkError for a tab that is not there, or is one of Lark's own */
function ownTab({ endpoint }: Call, chat: Chat, id?: string): ChatTab {
	const tab = chat.tabs.find(({ tab_id }) => tab_id === id);
	if (!tab) throw invalidParameter(endpoint, 'invalid tab_id');
	if (!OWN_TYPES.includes(tab.tab_type)) throw new LarkError(232049);
	return tab;
}

function changed(chat: Chat, { world }: Platform) {
	world.emit({ type: 'state' });
	return { chat_tabs: chat.tabs };
}
