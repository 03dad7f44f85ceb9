/** An event or callback of Lark. */
interface CatalogEntry {
	name: string;
	/** Lark's event type. */
	value: string;
	/** What has happened. */
	when: string;
	/** Without it, Lark does not push the event; most need none or one. */
	scope?: string;
	/** What else has to be set in the developer console, if it is not Event Configuration alone. */
	setting?: 'callback' | 'menu' | 'preview';
}

/** Chosen instead of event types: every event of the app, or types that the user names. */
export const ANY_EVENT = 'any';
export const CUSTOM_EVENT = 'custom';

/**
 * The events of messaging and the callbacks, sorted by name.
 *
 * @see the "event" pages of im-v1, group, bot-v3, auth-v4, application-v6 and cardkit-v1
 */
export const CATALOG: CatalogEntry[] = [
	{
		name: 'App Ticket Pushed',
		value: 'app_ticket',
		when: 'Every hour, for store apps only',
	},
	{
		name: 'Bot Added to Chat',
		value: 'im.chat.member.bot.added_v1',
		when: 'The bot is added to a group',
		scope: 'im:chat.members:bot_access',
	},
	{
		name: 'Bot Chat Created',
		value: 'p2p_chat_create',
		when: 'A person and the bot talk for the first time',
	},
	{
		name: 'Bot Chat Opened',
		value: 'im.chat.access_event.bot_p2p_chat_entered_v1',
		when: 'A person opens the direct chat with the bot',
	},
	{
		name: 'Bot Menu Clicked',
		value: 'application.bot.menu_v6',
		when: 'A person clicks an entry of the bot menu',
		setting: 'menu',
	},
	{
		name: 'Bot Removed From Chat',
		value: 'im.chat.member.bot.deleted_v1',
		when: 'The bot is removed from a group',
		scope: 'im:chat.members:bot_access',
	},
	{
		name: 'Card Action',
		value: 'card.action.trigger',
		when: 'A person clicks a button or submits a form on a card',
		setting: 'callback',
	},
	{
		name: 'Chat Disbanded',
		value: 'im.chat.disbanded_v1',
		when: 'A group of the bot is dissolved',
		scope: 'im:chat:read',
	},
	{
		name: 'Chat Updated',
		value: 'im.chat.updated_v1',
		when: 'Name, owner or settings of a group change',
		scope: 'im:chat:read',
	},
	{
		name: 'Link Preview Requested',
		value: 'url.preview.get',
		when: 'A link that the app previews appears in a chat',
		setting: 'preview',
	},
	{
		name: 'Message Read',
		value: 'im.message.message_read_v1',
		when: 'A person has read a direct message of the bot',
		scope: 'im:message:readonly',
	},
	{
		name: 'Message Recalled',
		value: 'im.message.recalled_v1',
		when: 'A message in a chat of the bot is recalled',
		scope: 'im:message:readonly',
	},
	{
		name: 'Message Received',
		value: 'im.message.receive_v1',
		when: 'A person writes to the bot, or in a group',
		scope: 'im:message.p2p_msg:readonly for direct chats',
	},
	{
		name: 'Reaction Added',
		value: 'im.message.reaction.created_v1',
		when: 'An emoji is added to a message',
		scope: 'im:message.reactions:read',
	},
	{
		name: 'Reaction Removed',
		value: 'im.message.reaction.deleted_v1',
		when: 'An emoji is taken off a message',
		scope: 'im:message.reactions:read',
	},
	{
		name: 'User Invitation Withdrawn',
		value: 'im.chat.member.user.withdrawn_v1',
		when: 'An invitation to a group of the bot is withdrawn',
		scope: 'im:chat.members:read',
	},
	{
		name: 'User Joined Chat',
		value: 'im.chat.member.user.added_v1',
		when: 'A person joins a group of the bot',
		scope: 'im:chat.members:read',
	},
	{
		name: 'User Left Chat',
		value: 'im.chat.member.user.deleted_v1',
		when: 'A person leaves a group of the bot, or is removed',
		scope: 'im:chat.members:read',
	},
	{
		name: 'User Token Revoked',
		value: 'auth.user_access_token.revoked_v4',
		when: 'The user token of a person becomes invalid',
		scope: 'auth:user_access_token:read',
	},
];

/** The scopes for messages, by what one wants to get; the last one includes the second. */
export const MESSAGE_SCOPES = {
	'im:message.p2p_msg:readonly': 'direct chats',
	'im:message.group_at_msg:readonly': 'mentions',
	'im:message.group_msg': 'all messages in groups',
};

/**
 * What an app needs to be pushed an event.
 *
 * @returns the scopes; of messages those of direct chats and of mentions
 */
export function scopesOfEvent(type: string): string[] {
	const [direct, mentions] = Object.keys(MESSAGE_SCOPES);
	const scope = CATALOG.find(({ value }) => value === type)?.scope;
	if (!scope) return [];
	return scope.startsWith(direct) ? [direct, mentions] : [scope];
}

/** The events that Lark waits for a response to; it does not send them again. */
export const CALLBACKS: ReadonlySet<string> = new Set(
	CATALOG.filter(({ setting }) => setting === 'callback' || setting === 'preview').map(
		({ value }) => value,
	),
);
