import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';

import { toText } from '../../shared/events/values';
import { listChats } from '../../shared/lark/chats';
import { listMessages } from '../../shared/lark/messages';
import { publishedUrlsOf } from '../../shared/requestUrl/publishedUrls';
import type { LarkClient } from '../../shared/transport/client';
import { openClient } from '../../shared/transport/openClients';
import { newFileSlots, newTally } from '../../shared/transport/requestSettings';

/** The largest pages of the lists. */
const CHATS_PAGE = 100;
const MESSAGES_PAGE = 50;

/** So many groups are read at most, those with the latest messages first. */
const MOST_GROUPS = 1_000;

/** So many messages of a chat or thread are read at most. */
const MOST_MESSAGES = 1_000;

/** Where messages are read: a chat, or a thread of one. */
export interface MessagePlace {
	id: string;
	isThread: boolean;
	/** Of its chat, as events have it. */
	chatType: 'p2p' | 'group';
}

/** What was written for the bot since a time. */
export interface ChatHistory {
	lark: LarkClient;
	/** Unix time in ms. */
	since: number;
}

/**
 * Prepares the reading. Nobody waits for it, and Lark may be out of reach for a while after a start.
 *
 * @throws when n8n cannot read the credential
 */
export async function openHistory(
	context: ITriggerFunctions,
	since: number,
	signal: AbortSignal,
): Promise<ChatHistory> {
	const settings = {
		maxRetries: 10,
		maxRetryMs: 10 * 60 * 1000,
		keepsLimits: true,
		signal,
		files: newFileSlots(),
		tally: newTally(),
	};
	return { lark: await openClient(context, 'bot', settings), since };
}

/** The Production URL of a trigger that is published in this process, as Lark knows it. */
export const publicUrlOf = ({ lark }: ChatHistory, webhookId: string): string | undefined =>
	publishedUrlsOf({ baseUrl: lark.app.consoleUrl, appId: lark.app.appId }).find(({ events }) =>
		events.includes(`/${webhookId}/`),
	)?.events;

/**
 * The groups of the bot, those with the latest messages first.
 *
 * @throws NodeApiError when Lark refuses it
 * @see group/chat/list: direct chats are not among them
 */
export async function groupsOf({ lark }: ChatHistory): Promise<string[]> {
	const chats = await lark.list(
		listChats,
		{ query: { sort_type: 'ByActiveTimeDesc' } },
		{ pageSize: CHATS_PAGE, limit: MOST_GROUPS },
	);
	return chats.flatMap(({ chat_id }) => chat_id ?? []);
}

/** When a message of the list was written, in ms. */
const timeOfListed = ({ create_time }: IDataObject): number => Number(toText(create_time)) || 0;

/**
 * The messages that were written in a chat or thread since a time, the oldest first.
 *
 * @throws NodeApiError when Lark refuses it
 * @see im-v1/message/list: times are Unix seconds, and a thread takes none
 */
export async function messagesSince(
	{ lark, since }: ChatHistory,
	{ id, isThread }: MessagePlace,
): Promise<IDataObject[]> {
	const listed = (await lark.list(
		listMessages,
		{
			query: {
				container_id_type: isThread ? 'thread' : 'chat',
				container_id: id,
				...(!isThread && { start_time: String(Math.floor(since / 1_000)) }),
				sort_type: 'ByCreateTimeDesc',
			},
		},
		{ pageSize: MESSAGES_PAGE, limit: isThread ? MESSAGES_PAGE : MOST_MESSAGES },
	)) as IDataObject[];
	return listed.filter((message) => timeOfListed(message) >= since).reverse();
}
