import { PNG, type SandboxSetup } from '../support';
import type { Calls } from './calls';

/** A successful call of every API of log-in, bots, batches, files and contacts. */
export const otherCalls: Calls = {
	'auth.v3.tenant_access_token.internal': (b) => credentials(b, 'tenant'),
	'auth.v3.app_access_token.internal': (b) => credentials(b, 'app'),
	'authen.v1.user_info.get': (b) => {
		const token = b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice));
		return b.call('GET', 'authen/v1/user_info', { token });
	},
	'bot.v3.info.get': (b) => b.call('GET', 'bot/v3/info'),
	'message.v4.batch_send': (b) => batch(b),
	'im.v1.batch_message.get_progress': async (b) =>
		b.call('GET', `im/v1/batch_messages/${(await batch(b)).body.data.message_id}/get_progress`),
	'im.v1.batch_message.read_user': async (b) =>
		b.call('GET', `im/v1/batch_messages/${(await batch(b)).body.data.message_id}/read_user`),
	'im.v1.batch_message.delete': async (b) =>
		b.call('DELETE', `im/v1/batch_messages/${(await batch(b)).body.data.message_id}`),
	'im.v1.image.create': (b) => b.upload('im/v1/images', { image_type: 'message' }, 'image', PNG),
	'im.v1.file.create': (b) =>
		b.upload('im/v1/files', { file_type: 'stream', file_name: 'a' }, 'file', Buffer.from('a')),
	'im.v2.app_feed_card.create': (b) => feedCard(b),
	'im.v2.app_feed_card_batch.update': async (b) => {
		const named = await namedCard(b);
		const app_feed_card = { biz_id: named.biz_id, title: 'New' };
		const feed_cards = [{ app_feed_card, user_id: named.user_id, update_fields: ['1'] }];
		return b.call('PUT', 'im/v2/app_feed_card/batch', { body: { feed_cards } });
	},
	'im.v2.app_feed_card_batch.delete': async (b) => {
		const body = { feed_cards: [await namedCard(b), { biz_id: '1', user_id: 'ou_0' }] };
		return b.call('DELETE', 'im/v2/app_feed_card/batch', { body });
	},
	'im.v2.chat_button.update': (b) => {
		const { chatId: chat_id } = b.group;
		const body = { chat_id, user_ids: [b.sandbox.openIdOf(b.alice), 'ou_0'] };
		return b.call('PUT', 'im/v2/chat_button', { body });
	},
	'im.v2.url_preview.batch_update': (b) => {
		b.sandbox.pushEvent('url.preview.get');
		const body = { preview_tokens: ['e28r7df2-xxxx-477d-a8d0-2e1eb99796c2'] };
		return b.call('POST', 'im/v2/url_previews/batch_update', { body });
	},
	'im.v2.feed_card.bot_time_sentive': (b) =>
		b.call('PATCH', 'im/v2/feed_cards/bot_time_sentive', onTop(b)),
	'im.v2.feed_card.patch': (b) => b.call('PATCH', `im/v2/feed_cards/${b.group.chatId}`, onTop(b)),
	'contact.v3.user.get': (b) => b.call('GET', `contact/v3/users/${b.sandbox.openIdOf(b.alice)}`),
	'contact.v3.user.find_by_department': (b) => {
		const query = { department_id: '0', page_size: '2' };
		return b.call('GET', 'contact/v3/users/find_by_department', { query });
	},
	'contact.v3.user.basic_batch': (b) => {
		const body = { user_ids: [b.sandbox.openIdOf(b.alice)] };
		return b.call('POST', 'contact/v3/users/basic_batch', { body });
	},
	'contact.v3.user.batch_get_id': (b) =>
		b.call('POST', 'contact/v3/users/batch_get_id', { body: { emails: [b.alice.email] } }),
	'contact.v3.user.batch': (b) => {
		const query = { user_ids: b.sandbox.openIdOf(b.alice) };
		return b.call('GET', 'contact/v3/users/batch', { query });
	},
	'search.v1.user': (b) => {
		const token = b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice));
		return b.call('GET', 'search/v1/user', { token, query: { query: 'chen' } });
	},
	'contact.v3.department.get': (b) => b.call('GET', `contact/v3/departments/${platform(b)}`),
	'contact.v3.department.batch': (b) => {
		const query = { department_ids: platform(b) };
		return b.call('GET', 'contact/v3/departments/batch', { query });
	},
	'contact.v3.department.children': (b) => {
		const query = { fetch_child: 'true', page_size: '2' };
		return b.call('GET', 'contact/v3/departments/0/children', { query });
	},
	'contact.v3.department.parent': (b) => {
		const query = { department_id: platform(b) };
		return b.call('GET', 'contact/v3/departments/parent', { query });
	},
	'contact.v3.department.search': (b) => {
		const token = b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice));
		return b.call('POST', 'contact/v3/departments/search', { token, body: { query: 'plat' } });
	},
};

const platform = (b: SandboxSetup) =>
	b.sandbox.world.departments.find('platform', 'department_id')!.openDepartmentId;

function credentials(b: SandboxSetup, kind: string) {
	const { appId: app_id, appSecret: app_secret } = b.sandbox.app;
	const path = `auth/v3/${kind}_access_token/internal`;
	return b.call('POST', path, { token: null, body: { app_id, app_secret } });
}

function batch(b: SandboxSetup) {
	const user_ids = [b.alice.userId, 'nobody'];
	const body = { msg_type: 'text', content: { text: 'Hi' }, user_ids };
	return b.call('POST', 'message/v4/batch_send/', { body });
}

function feedCard(b: SandboxSetup) {
	const app_feed_card = { title: 'Approvals', link: { link: 'https://example.com' } };
	const body = { app_feed_card, user_ids: [b.sandbox.openIdOf(b.alice), 'ou_0'] };
	return b.call('POST', 'im/v2/app_feed_card', { body });
}

async function namedCard(b: SandboxSetup) {
	await feedCard(b);
	const [{ card }] = b.sandbox.world.feedCards;
	return { biz_id: String(card.biz_id), user_id: b.sandbox.openIdOf(b.alice) };
}

function onTop(b: SandboxSetup) {
	const body = { time_sensitive: true, user_ids: [b.sandbox.openIdOf(b.alice), 'ou_0'] };
	return { query: { user_id_type: 'open_id' }, body };
}
