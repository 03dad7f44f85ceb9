/**
 * The sandbox's control API, as this page uses it.
 *
 * @typedef {{ app_id: string, name: string, bot_open_id: string, request_url: string,
 *   long_connection: boolean }} App
 * @typedef {{ open_id: string, name: string }} User
 * @typedef {{ chat_id: string, name: string, chat_mode: 'p2p' | 'group',
 *   chat_status: 'normal' | 'dissolved', members: User[], bots: string[] }} Chat
 * @typedef {{ brand: string, apps: App[], users: User[], chats: Chat[] }} State
 * @typedef {{
 *   message_id: string, parent_id?: string, msg_type: string, create_time: string, deleted: boolean,
 *   updated?: boolean, sender: { id: string, sender_type: string, name: string },
 *   body: { content: string }, mentions?: Array<{ key: string, name: string }>,
 * }} Message
 * @typedef {{
 *   id: string, eventId: string, eventType: string, appId: string, attempt: number, at: number,
 *   status: number | null, error?: string, durationMs: number, done: boolean, nextAttemptAt?: number,
 * }} Delivery
 */

/**
 * @param {string} path
 * @param {{ method: 'POST' | 'PUT', body: object }} [change] absent to read
 * @returns {Promise<any>}
 * @throws {Error} with the sandbox's own words when it refuses
 */
async function call(path, change) {
	const response = await fetch(`/sandbox/${path}`, {
		...(change && {
			method: change.method,
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(change.body),
		}),
	});
	const answer = await response.json().catch(() => ({}));
	if (!response.ok) {
		throw new Error(answer.error ?? `The sandbox answered HTTP ${response.status}`);
	}
	return answer;
}

/** @returns {Promise<State>} */
export const fetchState = () => call('state');

/** @param {string} chatId @returns {Promise<Message[]>} oldest first */
export const fetchMessages = async (chatId) => (await call(`chats/${chatId}/messages`)).items;

/** @returns {Promise<Delivery[]>} oldest first */
export const fetchDeliveries = async () => (await call('deliveries')).items;

/**
 * @param {string} chatId
 * @param {{ open_id: string, text?: string, reply_to?: string,
 *   received?: { msg_type: string, content: object } }} message text may hold `<at>` tags
 */
export const sendMessage = (chatId, message) =>
	call(`chats/${chatId}/messages`, { method: 'POST', body: message });

/**
 * @param {string} messageId of a card
 * @param {{ open_id: string, button: number }} press
 * @returns {Promise<{ toast?: { type?: string, content?: string } }>}
 */
export const pressButton = (messageId, press) =>
	call(`messages/${messageId}/presses`, { method: 'POST', body: press });

/** @param {{ open_id: string, app_id: string }} pair @returns {Promise<{ chat_id: string }>} */
export const openDirectChat = (pair) => call('p2p', { method: 'POST', body: pair });

/**
 * Saves where an app's events go, after the handshake that Lark demands.
 *
 * @param {string} appId
 * @param {string} url
 */
export const setRequestUrl = (appId, url) =>
	call(`apps/${appId}/subscription`, { method: 'PUT', body: { request_url: url } });

/**
 * Sends an app's events over its long connection. Fails while no client is connected.
 *
 * @param {string} appId
 */
export const useLongConnection = (appId) =>
	call(`apps/${appId}/long-connection`, { method: 'PUT', body: {} });

/**
 * Follows what happens in the sandbox until the page is closed.
 *
 * @param {object} handlers
 * @param {() => void} handlers.onConnect at first and after every interruption: time to read everything
 * @param {() => void} handlers.onInterrupt
 * @param {() => void} handlers.onState
 * @param {(event: { chat_id: string, message: Message }) => void} handlers.onMessage
 * @param {(delivery: Delivery) => void} handlers.onDelivery
 */
export function follow({ onConnect, onInterrupt, onState, onMessage, onDelivery }) {
	const stream = new EventSource('/sandbox/stream');
	stream.addEventListener('open', onConnect);
	stream.addEventListener('error', onInterrupt);
	stream.addEventListener('state', onState);
	stream.addEventListener('message', ({ data }) => onMessage(JSON.parse(data)));
	stream.addEventListener('delivery', ({ data }) => onDelivery(JSON.parse(data)));
}
