import type { IDataObject } from 'n8n-workflow';

import { readCommand, ANY_COMMAND, type Command } from './command';
import type { Place, ReceivedMessage } from './message';
import { toText } from './values';

/** Which messages start the workflow. An empty set or list lets everything through. */
export interface MessageFilter {
	places: ReadonlySet<Place>;
	/** open_id, union_id or user_id of those who may use a direct chat. */
	directPeople: ReadonlySet<string>;
	/** chat_id of the groups; direct chats are not affected. */
	groups: ReadonlySet<string>;
	/** Whether a message in a group must mention the bot. */
	needsMention: boolean;
	/** Whether a mention of everyone is one of the bot. */
	everyoneCounts: boolean;
	/** open_id, union_id or user_id of the senders, wherever they write. */
	senders: ReadonlySet<string>;
	messageTypes: ReadonlySet<string>;
	/** In lower case; one of them is enough. */
	keywords: readonly string[];
	pattern: ((text: string) => boolean) | undefined;
	commands: readonly string[];
	includeBots: boolean;
}

type Check = (message: ReceivedMessage, filter: MessageFilter) => boolean;

const isOneOf = (ids: string[], wanted: ReadonlySet<string>) =>
	wanted.size === 0 || ids.some((id) => wanted.has(id));

/** Whether a `sender` is a bot: `bot` in events, `app` in the API. */
export const isFromBot = ({ sender_type }: IDataObject): boolean =>
	sender_type === 'bot' || sender_type === 'app';

/** Every check must pass; each has the name of its field in the editor. */
const CHECKS: Record<string, Check> = {
	'Include Messages of Other Bots': ({ sender }, { includeBots }) =>
		includeBots || !isFromBot(sender),
	'Chat Types': ({ place }, { places }) => places.size === 0 || places.has(place),
	'Direct Chats': ({ place, senderIds }, { directPeople }) =>
		place !== 'p2p' || isOneOf(senderIds, directPeople),
	Groups: ({ place, message }, { groups }) =>
		place === 'p2p' || isOneOf([toText(message.chat_id)], groups),
	'Group Messages': (message, { needsMention, everyoneCounts }) =>
		message.place === 'p2p' ||
		!needsMention ||
		message.isMentioned ||
		(everyoneCounts && message.isEveryoneMentioned),
	Senders: ({ senderIds }, { senders }) => isOneOf(senderIds, senders),
	'Message Types': ({ message }, { messageTypes }) =>
		isOneOf([toText(message.message_type)], messageTypes),
	Keywords: ({ text }, { keywords }) => {
		const lowerCase = keywords.length > 0 ? text.toLowerCase() : '';
		return keywords.length === 0 || keywords.some((keyword) => lowerCase.includes(keyword));
	},
	'Regular Expression': ({ text }, { pattern }) => !pattern || pattern(text),
	Commands: (message, { commands }) =>
		commands.length === 0 || commandOf(message, commands) !== undefined,
};

/** The fields in the editor that can keep a message out. */
export const FILTER_FIELDS = Object.keys(CHECKS);

/**
 * Reads the command of a message.
 *
 * @param wanted the names of the commands, or `*` for any
 * @returns undefined when it has none of them
 */
export function commandOf(
	{ text, names }: ReceivedMessage,
	wanted: readonly string[],
): Command | undefined {
	if (wanted.length === 0) return undefined;
	const command = readCommand(text, names);
	const isWanted = command && (wanted.includes(ANY_COMMAND) || wanted.includes(command.name));
	return isWanted ? command : undefined;
}

/**
 * Decides whether a message starts the workflow.
 *
 * @param botOpenId of the bot itself, whose own messages never do; undefined when it is not known,
 * and then no bot's message does, lest the bot answer itself for ever
 * @returns undefined when it does, else what keeps it out
 */
export function blockedBy(
	message: ReceivedMessage,
	filter: MessageFilter,
	botOpenId: string | undefined,
): string | undefined {
	const isOwn = isFromBot(message.sender) && (!botOpenId || message.senderIds.includes(botOpenId));
	if (isOwn) return 'it may be of the bot itself';
	const failed = Object.entries(CHECKS).find(([, check]) => !check(message, filter));
	return failed && `it does not meet ${failed[0]}`;
}
