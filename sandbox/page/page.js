import { fetchDeliveries, fetchMessages, fetchState, follow } from './api.js';
import { AppList } from './apps.js';
import { ChatList, namesIn } from './chats.js';
import { Composer } from './composer.js';
import { DeliveryStrip } from './deliveries.js';
import { find } from './dom.js';
import { MessageList } from './messages.js';

/** @type {import('./api.js').State} */
let state = { brand: '', apps: [], users: [], chats: [] };

const chatList = new ChatList((chatId) => {
	location.hash = chatId;
});
const composer = new Composer((author) => messageList.setMe(author));
const messageList = new MessageList((message) => composer.reply(message));
const strip = new DeliveryStrip();
const appList = new AppList(readState);

/**
 * What the stream brings while the messages of a chat are being read.
 *
 * @type {import('./api.js').Message[] | undefined}
 */
let arrivals;

/** The open chat is the one that the address names, else the first. */
function openChat() {
	const named = location.hash.slice(1);
	return state.chats.find(({ chat_id }) => chat_id === named) ?? state.chats[0];
}

function render() {
	const chat = openChat();
	messageList.names = new Map(state.users.map(({ open_id, name }) => [open_id, name]));
	find('#title').textContent = state.brand === 'feishu' ? 'Feishu sandbox' : 'Lark sandbox';
	chatList.render(state, chat?.chat_id ?? '');
	appList.show(state.apps);
	strip.setApps(state.apps);
	find('#chat-name').textContent = chat?.name || 'Direct chat';
	find('#chat-people').textContent = chat ? namesIn(chat, state).join(', ') : '';
	if (chat) composer.show(chat, state);
}

async function readState() {
	state = await fetchState();
	state.chats = state.chats.filter(({ chat_status }) => chat_status === 'normal');
	render();
}

async function readMessages() {
	const chat = openChat();
	if (!chat) return;
	arrivals = [];
	const messages = await fetchMessages(chat.chat_id);
	if (openChat()?.chat_id !== chat.chat_id) return;
	messageList.show(messages, composer.author);
	for (const message of arrivals) messageList.put(message);
	arrivals = undefined;
}

async function readEverything() {
	await readState();
	await readMessages();
	strip.show(await fetchDeliveries());
}

addEventListener('hashchange', async () => {
	await readState();
	await readMessages();
});

follow({
	onConnect: readEverything,
	onInterrupt: () => appList.showInterrupted(),
	onState: readState,
	onMessage: ({ chat_id: chatId, message }) => {
		if (chatId === openChat()?.chat_id) {
			if (arrivals) arrivals.push(message);
			else messageList.put(message);
			return;
		}
		if (!message.updated && !message.deleted) chatList.markUnread(chatId);
		chatList.render(state, openChat()?.chat_id ?? '');
	},
	onDelivery: (delivery) => strip.put(delivery),
});
