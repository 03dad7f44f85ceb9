import { CardEntities } from './card-entities';
import { Cards } from './cards';
import { CustomBots } from './custom-bots';
import { Departments } from './departments';
import { ids, hex } from './ids';
import { newApp, newChat, newMessage, newUser, type NewMessage } from './new';
import { isThreadForm } from './replies';
import type {
	App,
	Batch,
	Brand,
	Chat,
	FeedCard,
	Message,
	Resource,
	Sender,
	User,
	WorldEvent,
} from './types';
import { UrlPreviews } from './url-previews';

export type { NewMessage } from './new';

export type UserIdType = 'open_id' | 'union_id' | 'user_id' | 'email';

/** The state of one tenant, in memory: apps, users, chats, messages, files. */
export class World {
	readonly tenantKey = hex(16, 'tenant');
	readonly apps: App[] = [];
	readonly departments = new Departments();
	readonly users: User[] = [];
	readonly chats: Chat[] = [];
	readonly batches: Batch[] = [];
	readonly feedCards: FeedCard[] = [];
	readonly cards: Cards;
	readonly cardEntities: CardEntities;
	readonly customBots = new CustomBots();
	readonly urlPreviews = new UrlPreviews();
	/** The people's Lark clients are older than 7.20: they cannot show cards 2.0. */
	hasOldClient = false;

	private readonly messages = new Map<string, Message>();
	private readonly resources = new Map<string, Resource>();
	private readonly listeners = new Set<(event: WorldEvent) => void>();

	/** @param now the time in milliseconds */
	constructor(
		readonly brand: Brand,
		readonly now: () => number,
	) {
		this.cards = new Cards(now);
		this.cardEntities = new CardEntities(now);
	}

	registerApp(given: Partial<App> = {}): App {
		const app = newApp(this.brand, given);
		this.apps.push(app);
		this.emit({ type: 'state' });
		return app;
	}

	addUser(given: Pick<User, 'name'> & Partial<User>): User {
		const namedId = ids.user(given.name);
		const userId = given.userId ?? (this.userById(namedId) ? ids.user() : namedId);
		const user = newUser(this.users.length, { ...given, userId });
		this.users.push(user);
		this.emit({ type: 'state' });
		return user;
	}

	addGroup(given: Pick<Chat, 'name'> & Partial<Chat>): Chat {
		return this.addChat({ mode: 'group', ...given });
	}

	/**
	 * Finds or opens the p2p chat of a user with a bot, or with another user.
	 *
	 * @param by who opens it; nobody is told of a new chat without it
	 */
	openP2p(userId: string, peer: Sender, by?: Sender): Chat {
		const members = peer.type === 'user' ? [userId, peer.userId] : [userId];
		const bots = peer.type === 'app' ? [peer.appId] : [];
		const found = this.chats.find(
			(chat) => chat.mode === 'p2p' && sameSet(chat.members, members) && sameSet(chat.bots, bots),
		);
		if (found) return found;
		const chat = this.addChat({ mode: 'p2p', name: '', members, bots });
		if (by) this.emit({ type: 'p2p.created', chat, by });
		return chat;
	}

	/** Stores a message and notifies all listeners. In a group of the thread form, it begins a thread if it is in none. */
	addMessage(given: NewMessage): Message {
		const chat = this.chat(given.chatId);
		if (!chat) throw new Error(`There is no chat ${given.chatId}`);
		const threadId = given.threadId || (isThreadForm(chat) ? ids.thread() : '');
		const message = newMessage(this.now(), { ...given, threadId });
		chat.messages.push(message);
		chat.activeTime = message.createTime;
		this.messages.set(message.messageId, message);
		this.emit({ type: 'message.created', message });
		return message;
	}

	/** Shows a card to one person in a group. @param visibleTo user_id */
	addEphemeralCard(given: NewMessage, visibleTo: string): Message {
		const card = { ...newMessage(this.now(), given), visibleTo };
		this.cards.ephemeral.push(card);
		this.emit({ type: 'message.changed', message: card });
		return card;
	}

	addResource(resource: Resource): Resource {
		this.resources.set(resource.key, resource);
		return resource;
	}

	/** @returns a function that ends the subscription */
	on(listener: (event: WorldEvent) => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	/** Notifies all listeners. */
	emit(event: WorldEvent): void {
		for (const listener of this.listeners) listener(event);
	}

	/** Replaces the content of a message. If it shows a card entity, that is this card now. */
	rewrite(message: Message, said: Pick<Message, 'sentContent' | 'content' | 'mentions'>): void {
		const entity = message.cardId ? this.cardEntities.byId(message.cardId) : undefined;
		if (entity) {
			const card = JSON.parse(said.sentContent) as Record<string, unknown>;
			this.cardEntities.replace(entity, card);
		}
		message.updated = true;
		message.edits += 1;
		this.show(message, said);
	}

	/** Shows other content in a message, which does not count as an edit: its card entity has changed. */
	show(message: Message, said: Pick<Message, 'sentContent' | 'content' | 'mentions'>): void {
		Object.assign(message, said, { updateTime: this.now() });
		this.emit({ type: 'message.changed', message });
	}

	/** Recalls a message: it keeps its place in the chat and can no longer be read. */
	recall(message: Message, by = message.sender): void {
		message.deleted = true;
		message.updateTime = this.now();
		this.emit({ type: 'recalled', message, by });
		this.emit({ type: 'message.changed', message });
	}

	/** @returns whether a message was sent as a part of a batch message */
	isInBatch(message: Message): boolean {
		return this.batches.some(({ messages }) => messages.includes(message));
	}

	app(appId: string): App | undefined {
		return this.apps.find((app) => app.appId === appId);
	}

	chat(chatId: string): Chat | undefined {
		return this.chats.find((chat) => chat.chatId === chatId);
	}

	message(messageId: string): Message | undefined {
		return this.messages.get(messageId);
	}

	/** @returns a message that people may press something on: any, or an ephemeral card */
	pressable(messageId: string): Message | undefined {
		const isIt = (card: Message) => card.messageId === messageId;
		return this.message(messageId) ?? this.cards.ephemeral.find(isIt);
	}

	resource(key: string): Resource | undefined {
		return this.resources.get(key);
	}

	userById(userId: string): User | undefined {
		return this.users.find((user) => user.userId === userId);
	}

	/** Finds a user as one app names them. */
	findUser(app: App, type: UserIdType, id: string): User | undefined {
		return this.users.find((user) => this.userIdAs(user, app.appId, type) === id);
	}

	/** Finds a user by any app's open_id. */
	userByOpenId(openId: string): User | undefined {
		return this.users.find((user) =>
			this.apps.some((app) => ids.open(app.appId, user.userId) === openId),
		);
	}

	userIdAs(user: User, appId: string, type: UserIdType): string {
		if (type === 'open_id') return ids.open(appId, user.userId);
		if (type === 'union_id') return user.unionId;
		return type === 'user_id' ? user.userId : user.email;
	}

	/** @returns the name of a user, of an app's bot, or of a custom bot */
	nameOf(who: Sender): string {
		const named = who.type === 'user' ? this.userById(who.userId) : this.app(who.appId);
		return named?.name ?? ((who.type === 'app' && this.customBots.nameOf(who.appId)) || '');
	}

	isAvailable(app: App, user: User): boolean {
		if (user.resigned) return false;
		return app.availability === 'all' || app.availability.includes(user.userId);
	}

	private addChat(given: Pick<Chat, 'name' | 'mode'> & Partial<Chat>): Chat {
		const namedId = ids.chat(given.name);
		const chatId = given.name && !this.chat(namedId) ? namedId : ids.chat();
		const chat = newChat(this.now(), { chatId, ...given });
		this.chats.push(chat);
		this.emit({ type: 'state' });
		return chat;
	}
}

function sameSet(a: string[], b: string[]): boolean {
	return a.length === b.length && a.every((item) => b.includes(item));
}
