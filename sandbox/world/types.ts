export type { App, AppVersion, Brand } from './app-types';

export interface User {
	userId: string;
	unionId: string;
	name: string;
	email: string;
	mobile: string;
	/** Of the client, as cards name it: `en_us`, `zh_cn`. */
	language: string;
	/** Of the client, such as `Asia/Shanghai`. */
	timezone: string;
	/** open_department_id or department_id; 0 is the root. */
	departmentIds: string[];
	resigned: boolean;
	/** The user_id of whom they report to; empty for nobody. */
	leaderId: string;
	/** user_ids. */
	dottedLeaderIds: string[];
	/** What else Contacts has, under Lark's names: nickname, job title, and so on. */
	profile: Record<string, unknown>;
}

export interface Chat {
	chatId: string;
	mode: 'group' | 'p2p';
	name: string;
	description: string;
	/** user_id, or app_id of a bot; empty in a p2p chat. */
	ownerId: string;
	/** user_id or app_id of whoever made the group. */
	creatorId: string;
	/** user_ids and app_ids. */
	managers: string[];
	/** What `group/chat/update-chat` changes, but name and description, under Lark's names. */
	settings: ChatSettings;
	/** user_ids of those who may write when `moderation_permission` is `moderator_list`. */
	moderators: string[];
	announcement: Announcement;
	/** What is pinned at the top of the chat. */
	topNotice?: TopNotice;
	/** user_ids. */
	members: string[];
	/** app_ids. */
	bots: string[];
	createTime: number;
	activeTime: number;
	status: 'normal' | 'dissolved';
	messages: Message[];
	/** Oldest first. */
	pins: Pin[];
	/** From left to right; the first one has the messages. */
	tabs: ChatTab[];
	/** From left to right. */
	menus: ChatMenu[];
	/** The buttons of the chat in the lists of people, by user_id (im-v2/groups-bots/update.md). */
	feedButtons: Record<string, unknown[]>;
}

/** A menu of a group and its items, under Lark's names (group/chat-menu_tree/get.md). */
export interface ChatMenu {
	chat_menu_top_level_id: string;
	chat_menu_item: ChatMenuItem;
	children: Array<{ chat_menu_second_level_id: string; chat_menu_item: ChatMenuItem }>;
}

export interface ChatMenuItem {
	action_type?: 'NONE' | 'REDIRECT_LINK';
	redirect_link?: { common_url?: string };
	image_key?: string;
	name?: string;
	i18n_names?: Record<string, string>;
}

/** A tab of a chat, under Lark's names (group/chat-tab/list_tabs.md). */
export interface ChatTab {
	tab_id: string;
	tab_type: string;
	tab_name?: string;
	tab_content?: { url?: string; doc?: string };
	tab_config?: { icon_key?: string; is_built_in?: boolean };
}

export type ChatSettings = Record<string, unknown>;

/** The announcement of a group: an old document, or one of the new kind. */
export interface Announcement {
	kind: 'doc' | 'docx';
	revision: number;
	blocks: unknown[];
	updateTime: number;
	/** user_id or app_id. */
	modifierId: string;
}

export type TopNotice = { kind: 'message'; messageId: string } | { kind: 'announcement' };

export type Sender = { type: 'user'; userId: string } | { type: 'app'; appId: string };

export interface Mention {
	/** `@_user_1` in the text. */
	key: string;
	who: Sender;
	name: string;
}

export interface Message {
	messageId: string;
	rootId: string;
	parentId: string;
	threadId: string;
	chatId: string;
	msgType: string;
	/** JSON as it is read back, with mentions as `@_user_N`. */
	content: string;
	/** JSON as it was sent; of a card entity, the card as it is now. */
	sentContent: string;
	/** The card entity that the message shows. */
	cardId?: string;
	/** The user_id of the only one who sees it: an ephemeral card, which the APIs of messages do not know. */
	visibleTo?: string;
	createTime: number;
	updateTime: number;
	deleted: boolean;
	updated: boolean;
	/** How often its content was replaced. */
	edits: number;
	sender: Sender;
	mentions: Mention[];
	/** Of a merge_forward: the message_ids inside. */
	forwarded: string[];
	reads: Read[];
	urgents: Urgent[];
	/** The texts of the bubbles under the message. */
	followUps: string[];
	reactions: Reaction[];
}

/** A person has seen a message. */
export interface Read {
	userId: string;
	time: number;
}

/** An urgent (buzz) notification about a message to one person. */
export interface Urgent {
	userId: string;
	kind: 'app' | 'sms' | 'phone';
}

export interface Reaction {
	reactionId: string;
	emojiType: string;
	operator: Sender;
	time: number;
}

/** One text to many people, each in their own chat with the bot. */
export interface Batch {
	batchId: string;
	appId: string;
	messages: Message[];
}

export interface Pin {
	messageId: string;
	operator: Sender;
	time: number;
}

/**
 * What happens in a world: what was done, and then what is to be drawn anew (`state` is everything but messages).
 */
export type WorldEvent =
	| { type: 'message.created'; message: Message }
	| { type: 'message.changed'; message: Message }
	| { type: 'state' }
	| Deed;

/** What people and bots do beside writing, as far as Lark tells apps about it. */
export type Deed =
	| { type: 'recalled'; message: Message; by: Sender }
	| { type: 'reaction.added' | 'reaction.removed'; message: Message; reaction: Reaction }
	| { type: 'read'; chat: Chat; messages: Message[]; by: Sender & { type: 'user' } }
	| { type: 'joined' | 'left'; chat: Chat; members: Sender[]; by: Sender }
	| { type: 'chat.changed'; chat: Chat; before: GroupFacts; after: GroupFacts; by: Sender }
	| { type: 'chat.dissolved'; chat: Chat; by: Sender }
	| { type: 'p2p.created' | 'p2p.entered'; chat: Chat; by: Sender };

/** What `chat.changed` compares, under Lark's names; moderators are user_ids. */
export type GroupFacts = Record<string, unknown> & { owner_id: string; moderators: string[] };

export interface Resource {
	key: string;
	kind: 'image' | 'file' | 'sticker';
	/** image_type or file_type of the upload. */
	type: string;
	owner: Sender;
	fileName: string;
	contentType: string;
	duration?: number;
	bytes: Buffer;
}

/** A card in the message list of one person, under Lark's names (im-v2/app_feed_card/create.md). */
export interface FeedCard {
	appId: string;
	userId: string;
	card: Record<string, unknown>;
}
