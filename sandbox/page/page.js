import { fetchDeliveries, fetchMessages, fetchState, follow } from './api.js';
import { ChatList, namesIn } from './chats.js';
import { Composer } from './composer/composer.js';
import { LanguageSwitch } from './composer/language.js';
import { find } from './dom.js';
import { Acts } from './message/acts.js';
import { MessageList } from './message/list.js';
import { ChatTop } from './message/top.js';
import { AppList } from './panel/apps.js';
import { DeveloperConsole } from './panel/console.js';
import { DeliveryList } from './panel/deliveries.js';
import { EventDialog } from './panel/event-dialog.js';
import { GroupDialog } from './panel/group-dialog.js';
import { Panel } from './panel/panel.js';
import { markRead } from './people-api.js';

/** @type {import('./api.js').State} */
let state = { brand: '', old_client: false, apps: [], users: [], chats: [] };

/** @param {string} chatId */
const goTo = (chatId) => {
	location.hash = chatId;
	document.body.classList.remove('chats-shown');
};
const me = () => composer.author;
const scene = () => ({ state, chat: openChat(), chatId: openChat()?.chat_id ?? '', me: me() });

const chatList = new ChatList(goTo);
const composer = new Composer((author) => {
	messageList.setMe(author);
	const chat = openChat();
	if (chat) languageSwitch.show(chat, author);
	readAs(author);
});
const languageSwitch = new LanguageSwitch(me);
const acts = new Acts(me, {
	onReply: (message, opensThread) => composer.reply(message, opensThread),
	onEdit: (message) => composer.edit(message),
});
const messageList = new MessageList(acts, goTo);
const chatTop = new ChatTop((messageId) => messageList.reveal(messageId));
const developerConsole = new DeveloperConsole();
const panel = new Panel((section) => {
	developerConsole.isOpen = section === 'console';
	if (section === 'console') void developerConsole.open();
});
const appList = new AppList((appId) => {
	panel.open('console');
	void developerConsole.open(appId);
});
const deliveryList = new DeliveryList((failing) => appList.setFailing(failing));
new EventDialog(scene);
new GroupDialog(scene, goTo);
find('#show-chats').addEventListener('click', (/** @type {Event} */ event) => {
	event.stopPropagation();
	document.body.classList.toggle('chats-shown');
});
find('main').addEventListener('click', () => document.body.classList.remove('chats-shown'));
openLinked();

/** A link to the developer console names the app, and perhaps scopes to be added. */
function openLinked() {
	const linked = new URLSearchParams(location.search);
	const app = linked.get('app');
	if (!app) return;
	void developerConsole.open(app, linked.get('scopes') ?? '');
	panel.open('console');
}

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

/** The person who writes has seen what is on the page. @param {string} author */
function readAs(author) {
	const chat = openChat();
	if (chat && author && !document.hidden)
		void markRead(chat.chat_id, author).catch(() => undefined);
}

function render() {
	const chat = openChat();
	find('#title').textContent = state.brand === 'feishu' ? 'Feishu sandbox' : 'Lark sandbox';
	chatList.render(state, chat?.chat_id ?? '');
	appList.show(state.apps);
	deliveryList.setApps(state.apps);
	developerConsole.setApps(state.apps);
	find('#chat-name').textContent = chat?.name || 'Direct chat';
	find('#chat-people').textContent = chat ? namesIn(chat, state).join(', ') : '';
	find('#open-group').hidden = chat?.chat_mode !== 'group';
	if (!chat) return;
	chatTop.show(chat);
	composer.show(chat, state);
	languageSwitch.show(chat, me());
	messageList.setState(state, chat);
}

async function readState() {
	state = await fetchState();
	state.chats = state.chats.filter(({ chat_status }) => chat_status === 'normal');
	render();
}

async function readMessages() {
	const chat = openChat();
	if (!chat) return;
	/** @type {import('./api.js').Message[]} */
	const since = [];
	arrivals = since;
	const messages = await fetchMessages(chat.chat_id);
	// Another reading may have begun meanwhile, of this chat or of another one.
	if (arrivals !== since) return;
	messageList.show(messages, me());
	for (const message of since) messageList.put(message);
	arrivals = undefined;
	readAs(me());
}

async function readEverything() {
	await readState();
	await readMessages();
	deliveryList.show(await fetchDeliveries());
}

addEventListener('hashchange', async () => {
	await readState();
	await readMessages();
});
document.addEventListener('visibilitychange', () => readAs(me()));

follow({
	onConnect: readEverything,
	onInterrupt: () => appList.showInterrupted(),
	onState: async () => {
		const before = openChat()?.chat_id;
		await readState();
		if (openChat()?.chat_id !== before) await readMessages();
	},
	onMessage: ({ chat_id: chatId, preview, message }) => {
		const chat = state.chats.find(({ chat_id }) => chat_id === chatId);
		if (chat) chatList.showPreview(Object.assign(chat, { preview }));
		if (chat?.top_notice?.message_id === message.message_id) void readState();
		if (chatId === openChat()?.chat_id) {
			if (arrivals) arrivals.push(message);
			else {
				messageList.put(message);
				if (message.sender.id !== me() && message.read_by.length === 0) readAs(me());
			}
			return;
		}
		const isNews = !message.updated && !message.deleted && !message.visible_to;
		if (message.read_by.length === 0 && isNews) {
			chatList.markUnread(chatId, message.message_id);
		}
		chatList.render(state, openChat()?.chat_id ?? '');
	},
	onDelivery: (delivery) => deliveryList.put(delivery),
});
