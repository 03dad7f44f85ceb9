import type { SandboxSetup } from '../support';
import type { Calls } from './calls';

/** A successful call of every API of chats. */
export const chatCalls: Calls = {
	'im.v1.chat.list': (b) => b.call('GET', 'im/v1/chats', { query: { page_size: '1' } }),
	'im.v1.chat.search': (b) => b.call('GET', 'im/v1/chats/search', { query: { query: 'Team' } }),
	'im.v1.chat.get': (b) => b.call('GET', `im/v1/chats/${b.group.chatId}`),
	'im.v1.chat.create': (b) => {
		const open_id = b.sandbox.openIdOf(b.alice);
		const body = { name: 'New', i18n_names: { ja_jp: 'New' }, owner_id: open_id };
		return b.call('POST', 'im/v1/chats', { query: { set_bot_manager: 'true' }, body });
	},
	'im.v1.chat.update': (b) =>
		b.call('PUT', `im/v1/chats/${b.group.chatId}`, { body: { name: 'New' } }),
	'im.v1.chat.delete': (b) => b.call('DELETE', `im/v1/chats/${own(b).chatId}`),
	'im.v1.chat.link': (b) =>
		b.call('POST', `im/v1/chats/${b.group.chatId}/link`, { body: { validity_period: 'year' } }),
	'im.v1.chat_announcement.get': (b) => b.call('GET', `im/v1/chats/${b.group.chatId}/announcement`),
	'im.v1.chat_announcement.patch': (b) =>
		b.call('PATCH', `im/v1/chats/${b.group.chatId}/announcement`, {
			body: { revision: '1', requests: [INSERT] },
		}),
	'docx.v1.chat_announcement.get': (b) => {
		b.group.announcement.kind = 'docx';
		return b.call('GET', `docx/v1/chats/${b.group.chatId}/announcement`);
	},
	'im.v1.chat_top_notice.put_top_notice': async (b) => {
		const { message_id } = await b.sendText('Hi');
		return b.call('POST', `im/v1/chats/${b.group.chatId}/top_notice/put_top_notice`, {
			body: { chat_top_notice: [{ action_type: '1', message_id }] },
		});
	},
	'im.v1.chat_top_notice.delete_top_notice': (b) =>
		b.call('POST', `im/v1/chats/${b.group.chatId}/top_notice/delete_top_notice`),
	'im.v1.chat_menu_tree.create': (b) => addMenu(b),
	'im.v1.chat_menu_tree.get': async (b) => {
		await addMenu(b);
		return b.call('GET', `im/v1/chats/${b.group.chatId}/menu_tree`);
	},
	'im.v1.chat_menu_item.patch': async (b) => {
		await addMenu(b);
		const path = `im/v1/chats/${b.group.chatId}/menu_items/${menuIds(b)[0]}`;
		const body = { update_fields: ['NAME'], chat_menu_item: { name: 'New' } };
		return b.call('PATCH', path, { body });
	},
	'im.v1.chat_menu_tree.sort': async (b) => {
		await addMenu(b);
		const body = { chat_menu_top_level_ids: menuIds(b) };
		return b.call('POST', `im/v1/chats/${b.group.chatId}/menu_tree/sort`, { body });
	},
	'im.v1.chat_menu_tree.delete': async (b) => {
		await addMenu(b);
		await addMenu(b);
		const body = { chat_menu_top_level_ids: menuIds(b).slice(1) };
		return b.call('DELETE', `im/v1/chats/${b.group.chatId}/menu_tree`, { body });
	},
	'im.v1.chat_tab.create': (b) => addTab(b),
	'im.v1.chat_tab.update_tabs': async (b) => {
		await addTab(b);
		const [, { tab_id, tab_type }] = b.group.tabs;
		const body = { chat_tabs: [{ tab_id, tab_type, tab_name: 'Plan' }] };
		return b.call('POST', `${tabs(b)}/update_tabs`, { body });
	},
	'im.v1.chat_tab.list_tabs': (b) => b.call('GET', `${tabs(b)}/list_tabs`),
	'im.v1.chat_tab.sort_tabs': (b) => {
		const body = { tab_ids: b.group.tabs.map(({ tab_id }) => tab_id) };
		return b.call('POST', `${tabs(b)}/sort_tabs`, { body });
	},
	'im.v1.chat_tab.delete_tabs': async (b) => {
		await addTab(b);
		const body = { tab_ids: [b.group.tabs[1].tab_id] };
		return b.call('DELETE', `${tabs(b)}/delete_tabs`, { body });
	},
	'im.v1.chat_moderation.get': (b) => {
		b.group.moderators = [b.alice.userId];
		return b.call('GET', `im/v1/chats/${b.group.chatId}/moderation`);
	},
	'im.v1.chat_moderation.update': (b) =>
		b.call('PUT', `im/v1/chats/${own(b).chatId}/moderation`, {
			body: {
				moderation_setting: 'moderator_list',
				moderator_added_list: [b.sandbox.openIdOf(b.alice)],
			},
		}),
	'im.v1.chat_members.get': (b) => b.call('GET', `im/v1/chats/${b.group.chatId}/members`),
	'im.v1.chat_members.create': (b) =>
		b.call('POST', `im/v1/chats/${b.group.chatId}/members`, {
			query: { succeed_type: '1' },
			body: { id_list: [b.sandbox.openIdOf(b.alice), 'ou_0'] },
		}),
	'im.v1.chat_members.delete': (b) =>
		b.call('DELETE', `im/v1/chats/${own(b).chatId}/members`, {
			body: { id_list: [b.sandbox.openIdOf(b.alice), 'ou_0'] },
		}),
	'im.v1.chat_members.is_in_chat': (b) =>
		b.call('GET', `im/v1/chats/${b.group.chatId}/members/is_in_chat`),
	'im.v1.chat_members.me_join': (b) => {
		b.group.settings.chat_type = 'public';
		return b.call('PATCH', `im/v1/chats/${b.group.chatId}/members/me_join`);
	},
	'im.v1.chat_managers.add_managers': (b) => manage(b, 'add_managers'),
	'im.v1.chat_managers.delete_managers': async (b) => {
		await manage(b, 'add_managers');
		return manage(b, 'delete_managers');
	},
};

/** The one change to an announcement that the sandbox knows. */
const INSERT = JSON.stringify({
	requestType: 'InsertBlocksRequestType',
	insertBlocksRequest: { payload: '{"blocks":[]}', location: { zoneId: '0', index: 0 } },
});

/** The first group, owned by the bot. */
function own(b: SandboxSetup) {
	b.group.ownerId = b.sandbox.app.appId;
	return b.group;
}

function manage(b: SandboxSetup, change: string) {
	return b.call('POST', `im/v1/chats/${own(b).chatId}/managers/${change}`, {
		body: { manager_ids: [b.sandbox.openIdOf(b.alice)] },
	});
}

const tabs = (b: SandboxSetup) => `im/v1/chats/${b.group.chatId}/chat_tabs`;

function addTab(b: SandboxSetup) {
	const tab_content = { url: 'https://example.com' };
	const body = { chat_tabs: [{ tab_name: 'Plan', tab_type: 'url', tab_content }] };
	return b.call('POST', tabs(b), { body });
}

const menuIds = (b: SandboxSetup) => b.group.menus.map((menu) => menu.chat_menu_top_level_id);

function addMenu(b: SandboxSetup) {
	const redirect_link = { common_url: 'https://example.com' };
	const link = { chat_menu_item: { name: 'Help', action_type: 'REDIRECT_LINK', redirect_link } };
	const list = { chat_menu_item: { name: 'More', action_type: 'NONE' }, children: [link] };
	const body = { menu_tree: { chat_menu_top_levels: [list] } };
	return b.call('POST', `im/v1/chats/${b.group.chatId}/menu_tree`, { body });
}
