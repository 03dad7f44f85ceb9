/**
 * The sandbox's control API, as this page uses it.
 *
 * @typedef {{ app_id: string, name: string, bot_open_id: string, request_url: string,
 *   long_connection: boolean }} App
 * @typedef {{ open_id: string, name: string, language: string }} User
 * @typedef {{ chat_id: string, name: string, description: string, chat_mode: 'p2p' | 'group',
 *   chat_status: 'normal' | 'dissolved', owner_id?: string, members: User[], bots: string[],
 *   custom_bots: string[], announcement?: string, top_notice?: { text: string, message_id?: string },
 *   preview: string }} Chat
 * @typedef {{ brand: string, old_client: boolean, apps: App[], users: User[], chats: Chat[] }} State
 * @typedef {{
 *   message_id: string, root_id?: string, parent_id?: string, thread_id?: string, msg_type: string,
 *   create_time: string, deleted: boolean, updated?: boolean, visible_to?: string, chat_id: string,
 *   forwarded?: Array<{ name: string, text: string }>,
 *   sender: { id: string, sender_type: string, name: string },
 *   body: { content: string }, sent?: string, streaming_until?: number, mentions?: Array<{ key: string, name: string }>,
 *   names: Record<string, string>, pinned_by?: string, read_by: string[], buzzed: string[], follow_ups: string[],
 *   reactions: Array<{ emoji_type: string, operator: { id: string, name: string } }>,
 *   not_delivered: Array<{ app: string, event_type: string, reason: string }>,
 * }} Message
 * @typedef {{
 *   id: string, eventId: string, eventType: string, appId: string, attempt: number, at: number,
 *   status: number | null, error?: string, durationMs: number, done: boolean, nextAttemptAt?: number,
 * }} Delivery
 * @typedef {{ to: string, headers: Record<string, string>, envelope: unknown,
 *   answer?: { status: number, body: string } }} Exchange
 * @typedef {{ name: string, chosen: boolean }} Choice
 * @typedef {{
 *   app_id: string, app_secret: string, name: string, verification_token: string, encrypt_key: string,
 *   request_url: string, long_connection: boolean, connections: number, redirect_urls: string[],
 *   scopes: Choice[], events: Choice[], bot_enabled: boolean, disabled: boolean, needs_approval: boolean,
 *   shows_settings: boolean, allowed_ips: string[], draft: string[],
 *   versions: Array<{ version_id: string, version: string, status: number, remark: string }>,
 * }} Console
 * @typedef {{ event_type: string, kind: string, event: object }} Example
 */

/**
 * @param {string} path
 * @param {{ method: string, body: object | Blob }} [change] absent to read
 * @returns {Promise<any>}
 * @throws {Error} with the sandbox's own words when it refuses
 */
export async function call(path, change) {
	const isFile = change?.body instanceof Blob;
	const response = await fetch(`/sandbox/${path}`, {
		...(change && {
			method: change.method,
			headers: { 'Content-Type': isFile ? 'application/octet-stream' : 'application/json' },
			body: change.body instanceof Blob ? change.body : JSON.stringify(change.body),
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

/** @param {string} id @returns {Promise<Exchange>} what was sent and answered */
export const fetchExchange = (id) => call(`deliveries/${id}`);

/**
 * Follows what happens in the sandbox until the page is closed.
 *
 * @param {object} handlers
 * @param {() => void} handlers.onConnect at first and after every interruption: time to read everything
 * @param {() => void} handlers.onInterrupt
 * @param {() => void} handlers.onState
 * @param {(event: { chat_id: string, preview: string, message: Message }) => void} handlers.onMessage
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
