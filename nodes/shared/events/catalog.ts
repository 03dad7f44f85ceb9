/** An event or callback of Lark, as the editor offers it. */
interface CatalogEntry {
	name: string;
	/** Lark's event type. */
	value: string;
	/** When it comes, and what it needs: a scope, a setting in the developer console. */
	description: string;
}

/** Chosen instead of event types: every event of the app, or types that the user names. */
export const ANY_EVENT = 'any';
export const CUSTOM_EVENT = 'custom';

const EVENTS = 'Console: Events & Callbacks > Event Configuration.';
const CALLBACKS = 'Console: Events & Callbacks > Callback Configuration.';

/**
 * The events of messaging and the callbacks, sorted by name.
 *
 * @see the "event" pages of im-v1, group, bot-v3, auth-v4, application-v6 and cardkit-v1
 */
export const CATALOG: CatalogEntry[] = [
	{
		name: 'App Ticket Pushed',
		value: 'app_ticket',
		description: `Every hour, for store apps only. Needs no scope. ${EVENTS}`,
	},
	{
		name: 'Bot Added to Chat',
		value: 'im.chat.member.bot.added_v1',
		description: `The bot is added to a group. Needs the scope im:chat.members:bot_access. ${EVENTS}`,
	},
	{
		name: 'Bot Chat Created',
		value: 'p2p_chat_create',
		description: `A person and the bot talk for the first time (an event of version 1.0). Needs no scope. ${EVENTS}`,
	},
	{
		name: 'Bot Chat Opened',
		value: 'im.chat.access_event.bot_p2p_chat_entered_v1',
		description: `A person opens the direct chat with the bot. Needs no scope. ${EVENTS}`,
	},
	{
		name: 'Bot Menu Clicked',
		value: 'application.bot.menu_v6',
		description:
			"A person clicks an entry of the bot's menu. Needs no scope. Console: Bot > Bot Menu, with the response Push Event, and Events & Callbacks > Event Configuration.",
	},
	{
		name: 'Bot Removed From Chat',
		value: 'im.chat.member.bot.deleted_v1',
		description: `The bot is removed from a group. Needs the scope im:chat.members:bot_access. ${EVENTS}`,
	},
	{
		name: 'Card Action',
		value: 'card.action.trigger',
		description: `A person clicks a button or submits a form on a card of the bot. Needs no scope. ${CALLBACKS}`,
	},
	{
		name: 'Chat Disbanded',
		value: 'im.chat.disbanded_v1',
		description: `A group of the bot is dissolved. Needs the scope im:chat:read. ${EVENTS}`,
	},
	{
		name: 'Chat Updated',
		value: 'im.chat.updated_v1',
		description: `Name, owner or settings of a group change. Needs the scope im:chat:read. ${EVENTS}`,
	},
	{
		name: 'Link Preview Requested',
		value: 'url.preview.get',
		description: `A link that the app previews appears in a chat. Needs no scope. ${CALLBACKS} Console: Link Preview, for the domains.`,
	},
	{
		name: 'Message Read',
		value: 'im.message.message_read_v1',
		description: `A person has read a direct message of the bot. Needs the scope im:message:readonly. ${EVENTS}`,
	},
	{
		name: 'Message Recalled',
		value: 'im.message.recalled_v1',
		description: `A message in a chat of the bot is recalled. Needs the scope im:message:readonly. ${EVENTS}`,
	},
	{
		name: 'Message Received',
		value: 'im.message.receive_v1',
		description: `A person writes to the bot, or mentions it in a group. Needs the scope im:message.p2p_msg:readonly (direct chats), im:message.group_at_msg:readonly (mentions in groups) or im:message.group_msg (all messages in groups). ${EVENTS}`,
	},
	{
		name: 'Reaction Added',
		value: 'im.message.reaction.created_v1',
		description: `An emoji is added to a message in a chat of the bot. Needs the scope im:message.reactions:read. ${EVENTS}`,
	},
	{
		name: 'Reaction Removed',
		value: 'im.message.reaction.deleted_v1',
		description: `An emoji is taken off a message in a chat of the bot. Needs the scope im:message.reactions:read. ${EVENTS}`,
	},
	{
		name: 'User Invitation Withdrawn',
		value: 'im.chat.member.user.withdrawn_v1',
		description: `An invitation to a group of the bot is withdrawn. Needs the scope im:chat.members:read. ${EVENTS}`,
	},
	{
		name: 'User Joined Chat',
		value: 'im.chat.member.user.added_v1',
		description: `A person joins a group of the bot. Needs the scope im:chat.members:read. ${EVENTS}`,
	},
	{
		name: 'User Left Chat',
		value: 'im.chat.member.user.deleted_v1',
		description: `A person leaves a group of the bot, or is removed. Needs the scope im:chat.members:read. ${EVENTS}`,
	},
	{
		name: 'User Token Revoked',
		value: 'auth.user_access_token.revoked_v4',
		description: `The user token of a person becomes invalid. Needs the scope auth:user_access_token:read. ${EVENTS}`,
	},
];

/** What `Trigger On` offers. */
export const EVENT_OPTIONS: CatalogEntry[] = [
	{
		name: 'Any Event',
		value: ANY_EVENT,
		description: 'Every event and callback that is added in the developer console',
	},
	...CATALOG,
	{
		name: 'Other Event',
		value: CUSTOM_EVENT,
		description: 'Events that are not in this list, by their event type',
	},
].sort((a, b) => (a.name < b.name ? -1 : 1));
