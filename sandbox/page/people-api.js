import { call } from './api.js';

/**
 * What people do, by the sandbox's control API. Each rejects with the sandbox's own words.
 *
 * @typedef {import('./api.js').Chat} Chat
 * @typedef {{ hook_id: string, name: string, webhook_url: string, signing_secret: string,
 *   keywords: string[], ip_allow_list: string[] }} CustomBot
 */

/**
 * @param {string} chatId
 * @param {{ open_id: string, text?: string, reply_to?: string, in_thread?: boolean,
 *   received?: { msg_type: string, content: object } }} message text may hold `<at>` tags
 */
export const sendMessage = (chatId, message) =>
	call(`chats/${chatId}/messages`, { method: 'POST', body: message });

/**
 * @param {string} chatId
 * @param {File} file
 * @param {Record<string, string>} facts open_id, as, duration in milliseconds, reply_to, in_thread
 */
export const sendFile = (chatId, file, facts) =>
	call(`chats/${chatId}/files?${new URLSearchParams({ name: file.name, ...facts })}`, {
		method: 'POST',
		body: file,
	});

/** @param {string} me @param {string} language such as `en_us` */
export const setLanguage = (me, language) =>
	call(`users/${me}`, { method: 'PATCH', body: { language } });

/** @param {string} chatId @param {string} me */
export const markRead = (chatId, me) =>
	call(`chats/${chatId}/reads`, { method: 'POST', body: { open_id: me } });

/** @param {{ open_id: string, app_id: string }} pair @returns {Promise<Chat>} */
export const openDirectChat = (pair) => call('p2p', { method: 'POST', body: pair });

/**
 * @param {string} me
 * @param {{ name: string, members: string[], bots: string[] }} group
 * @returns {Promise<Chat>}
 */
export const createGroup = (me, group) =>
	call('chats', { method: 'POST', body: { open_id: me, ...group } });

/** @param {string} me @param {string} chatId @param {{ name?: string, description?: string }} change */
export const changeGroup = (me, chatId, change) =>
	call(`chats/${chatId}`, { method: 'PATCH', body: { open_id: me, ...change } });

/** @param {string} me @param {string} chatId */
export const dissolveGroup = (me, chatId) =>
	call(`chats/${chatId}`, { method: 'DELETE', body: { open_id: me } });

/** @param {string} me @param {string} chatId @param {{ members?: string[], bots?: string[] }} who */
export const addMembers = (me, chatId, who) =>
	call(`chats/${chatId}/members`, { method: 'POST', body: { open_id: me, ...who } });

/** @param {string} me @param {string} chatId @param {{ members?: string[], bots?: string[] }} who */
export const removeMembers = (me, chatId, who) =>
	call(`chats/${chatId}/members`, { method: 'DELETE', body: { open_id: me, ...who } });

/** @param {string} chatId @returns {Promise<CustomBot[]>} */
export const fetchCustomBots = (chatId) => call(`chats/${chatId}/custom-bots`);

/** @param {string} chatId @param {{ name: string, sign: boolean, keywords: string[] }} bot */
export const addCustomBot = (chatId, bot) =>
	call(`chats/${chatId}/custom-bots`, { method: 'POST', body: bot });

/** @param {string} hookId */
export const removeCustomBot = (hookId) =>
	call(`custom-bots/${hookId}`, { method: 'DELETE', body: {} });

/** @param {string} me @param {string} messageId @param {string} text */
export const editMessage = (me, messageId, text) =>
	call(`messages/${messageId}`, { method: 'PUT', body: { open_id: me, text } });

/** @param {string} me @param {string} messageId */
export const recallMessage = (me, messageId) =>
	call(`messages/${messageId}`, { method: 'DELETE', body: { open_id: me } });

/** @param {string} me @param {string} messageId @param {boolean} isThere */
export const pinMessage = (me, messageId, isThere) =>
	call(`messages/${messageId}/pin`, { method: isThere ? 'POST' : 'DELETE', body: { open_id: me } });

/** @param {string} me @param {string} messageId @param {string} emojiType @param {boolean} isThere */
export const react = (me, messageId, emojiType, isThere) =>
	call(`messages/${messageId}/reactions`, {
		method: isThere ? 'POST' : 'DELETE',
		body: { open_id: me, emoji_type: emojiType },
	});

/**
 * @param {string} messageId of a card
 * @param {{ open_id: string } & import('./card/card.js').Press} press
 * @returns {Promise<{ toast?: { type?: string, content?: string } }>}
 */
export const pressCard = (messageId, press) =>
	call(`messages/${messageId}/presses`, { method: 'POST', body: press });
