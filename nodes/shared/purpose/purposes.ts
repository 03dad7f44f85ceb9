import { CALLBACKS, CATALOG, MESSAGE_SCOPES, scopesOfEvent } from '../events/catalog';
import * as apps from '../lark/apps';
import * as cardEntities from '../lark/cardEntities';
import * as chats from '../lark/chats';
import * as files from '../lark/files';
import { endpoints } from '../lark/find';
import * as messages from '../lark/messages';
import * as paced from '../lark/paced';
import * as people from '../lark/people';
import * as reactions from '../lark/reactions';
import type { Endpoint } from '../transport/endpoint';
import { narrowScopes } from '../transport/narrowScopes';

/** What an app is for: what it calls, and what it is told. */
export interface Purpose {
	name: string;
	value: string;
	description: string;
	calls: readonly Endpoint[];
	/** Events and callbacks. */
	events: readonly string[];
	/** Scopes beside those of calls and events. */
	scopes?: readonly string[];
}

const SENDING: Endpoint[] = [
	messages.createMessage,
	messages.updateMessage,
	files.createImage,
	files.createFile,
	chats.listChats,
	people.batchGetUserIds,
	people.basicBatchUsers,
];

/** What no operation calls for its own sake, or a bot may not call everywhere. */
const LEFT_OUT: Endpoint[] = [
	...Object.values<Endpoint>(apps),
	...Object.values<Endpoint>(paced),
	// Bots do not have its scope everywhere yet.
	messages.searchMessages,
];

/** Events that only store apps get, or that need more than a subscription. */
const SPECIAL = ['app_ticket', 'url.preview.get'];

/** What Set Up and Check Setup offer. */
export const PURPOSES: readonly Purpose[] = [
	{
		name: 'Approvals',
		value: 'approvals',
		description: 'Send cards with buttons and react to what people press',
		calls: SENDING,
		events: ['card.action.trigger'],
	},
	{
		name: 'Chat Bot',
		value: 'chatBot',
		description:
			'Receive messages and card actions, and answer with text, cards, files and live answers',
		calls: [
			...SENDING,
			messages.getMessage,
			files.downloadMessageResource,
			reactions.createReaction,
			cardEntities.createCardEntity,
		],
		events: ['im.message.receive_v1', 'card.action.trigger', 'im.chat.member.bot.added_v1'],
	},
	{
		name: 'Everything',
		value: 'everything',
		description: 'All operations of the bot, and all events and callbacks of messaging',
		calls: endpoints.filter(
			(endpoint) => endpoint.tokens.includes('bot') && !LEFT_OUT.includes(endpoint),
		),
		events: CATALOG.map(({ value }) => value).filter((event) => !SPECIAL.includes(event)),
		scopes: [...Object.keys(MESSAGE_SCOPES), 'im:message:send_multi_users'],
	},
	{
		name: 'Send Alerts',
		value: 'alerts',
		description: 'Send messages, cards and files to people and groups',
		calls: SENDING,
		events: [],
	},
];

/** What an app has to have in the developer console. */
export interface Needs {
	/** One scope of each is enough. */
	alternatives: ReadonlyArray<readonly string[]>;
	events: string[];
	callbacks: string[];
}

/** By what a call names a person: without it, Lark gives and takes no user_id. */
const USER_ID_SCOPE = 'contact:user.employee_id:readonly';

/**
 * Tells what an app of a purpose has to have: the scopes of its calls and events, and the one by which it reads its own
 * set-up.
 *
 * @param more events and scopes beside those of the purpose
 */
export function needsOf(
	purpose: Purpose,
	more: { events?: string[]; scopes?: string[] } = {},
): Needs {
	const types = [...new Set([...purpose.events, ...(more.events ?? [])])];
	const { scopes: further = [], calls } = purpose;
	const single = [...types.flatMap(scopesOfEvent), ...further, ...(more.scopes ?? [])];
	const called = [...calls, apps.getApplication].map(({ scopes }) => scopes);
	return {
		alternatives: [...[...single, USER_ID_SCOPE].map((scope) => [scope]), ...called],
		events: types.filter((type) => !CALLBACKS.has(type)),
		callbacks: types.filter((type) => CALLBACKS.has(type)),
	};
}

/** The narrowest scopes that are enough, for an app that has these already. */
export const lackingScopes = ({ alternatives }: Needs, has: readonly string[] = []): string[] =>
	narrowScopes(alternatives.filter((scopes) => !scopes.some((scope) => has.includes(scope))));

/**
 * Writes scopes of the bot as the developer console imports them (Permissions & Scopes > Batch import/export scopes).
 *
 * @returns JSON
 */
export const importText = (scopes: readonly string[]): string =>
	JSON.stringify({ scopes: { tenant: scopes, user: [] } }).replaceAll(',', ', ');
