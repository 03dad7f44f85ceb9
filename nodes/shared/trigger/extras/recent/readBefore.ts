import type { IDataObject } from 'n8n-workflow';

import { blockedBy, isFromBot, type MessageFilter } from '../../../events/filter';
import { timeOfMessage } from '../../../events/flat';
import type { ReceivedMessage } from '../../../events/message';
import { readListedMessage, senderOfListed } from '../../../events/recent';
import { toText } from '../../../events/values';
import { listMessages } from '../../../lark/messages';
import type { LarkClient } from '../../../transport/client';
import type { DeliveryContext } from '../../context';
import { isSessionCommand } from '../../sessions';
import type { EventSettings } from '../../settings';
import { requestBot } from '../bot';

/** im-v1/message/list, page_size. */
const LARGEST_PAGE = 50;

/** So many more than wanted are asked for: the message itself and what was recalled are among them. */
const SPARE = 5;

/** How many pages are read at most: in a chat where all is recalled there is no end. */
const MOST_PAGES = 3;

/** How many messages are wanted, and which of them begins a session. */
export type WantedMessages = Pick<EventSettings, 'filter' | 'sessions'> & { count: number };

/** What has been found so far; it counts when the time is over. */
export interface Found {
	/** The newest first; there may be more than are wanted. */
	messages: ReceivedMessage[];
	/** Whether nothing is missing. */
	isWhole: boolean;
	/** When the command was written that they come after, in ms. */
	commandTime?: number;
}

/**
 * Reads what was written before a message, page by page.
 *
 * @param found is filled
 * @throws NodeApiError when Lark refuses it
 */
export async function readBefore(
	received: ReceivedMessage,
	wanted: WantedMessages,
	{ client, appId, deadline }: DeliveryContext,
	found: Found,
): Promise<void> {
	const lark = await client();
	const asked = requestBot(appId, client).catch(() => undefined);
	const time = timeOfMessage(received, Date.now());
	let page_token: string | undefined;
	for (let page = 0; page < MOST_PAGES; page++) {
		const listed = await requestPage(lark, received, time, wanted.count, page_token);
		const bot = (await asked)?.open_id;
		if (performance.now() >= deadline) return;
		for (const each of listed.items ?? []) {
			const read = readListedMessage(each, toText(received.message.chat_type), bot);
			if (!read || !isBefore(read, received, time)) continue;
			if (beginsSession(read, wanted, appId, bot)) {
				found.commandTime = timeOfMessage(read, 0);
				found.isWhole = true;
				return;
			}
			found.messages.push(read);
		}
		page_token = listed.has_more ? listed.page_token : undefined;
		found.isWhole = !page_token || found.messages.length >= wanted.count || page + 1 === MOST_PAGES;
		if (found.isWhole || performance.now() >= deadline) return;
	}
}

interface ListPage {
	items?: IDataObject[];
	has_more?: boolean;
	page_token?: string;
}

/** @see im-v1/message/list: times are Unix seconds, and a thread takes none */
async function requestPage(
	lark: LarkClient,
	{ message }: ReceivedMessage,
	time: number,
	count: number,
	page_token: string | undefined,
): Promise<ListPage> {
	const thread = toText(message.thread_id);
	return (await lark.call(listMessages, {
		query: {
			container_id_type: thread ? 'thread' : 'chat',
			container_id: thread || toText(message.chat_id),
			...(!thread && { end_time: String(Math.ceil(time / 1_000)) }),
			sort_type: 'ByCreateTimeDesc',
			page_size: Math.min(count + SPARE, LARGEST_PAGE),
			page_token,
		},
	})) as ListPage;
}

const isBefore = (read: ReceivedMessage, { message }: ReceivedMessage, time: number): boolean =>
	read.message.message_id !== message.message_id && timeOfMessage(read, 0) <= time;

/** IDs that the list has: open_ids. With others among them, nobody can be kept out. */
const findable = (ids: ReadonlySet<string>): ReadonlySet<string> =>
	[...ids].every((id) => id.startsWith('ou_')) ? ids : new Set();

/** Whether a message has begun a session when it came: a command that no filter kept out. */
function beginsSession(
	read: ReceivedMessage,
	{ filter, sessions }: WantedMessages,
	appId: string,
	bot: string | undefined,
): boolean {
	if (!isSessionCommand(read, sessions.commands)) return false;
	if (isFromBot(read.sender) && senderOfListed(read).app_id === appId) return false;
	const known: MessageFilter = {
		...filter,
		senders: findable(filter.senders),
		directPeople: findable(filter.directPeople),
	};
	return blockedBy(read, known, bot) === undefined;
}
