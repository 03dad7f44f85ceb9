import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import type { ReceivedMessage } from '../../shared/events/message';
import { toList, toObject, toText } from '../../shared/events/values';
import type { EventContext } from '../../shared/trigger/context';
import { startsByItself } from '../secrets';

/** How many chats and how many threads are known at most: n8n writes all of them with each event. */
const MOST = 100;

/** What a trigger needs to know to find out after a start what it has missed. Lark lists neither direct chats nor threads. */
export interface Known {
	/** When the workflow was published, Unix time in ms. What was written before is not meant for it. */
	since: number;
	/** The direct chats in which was written last, the latest at the end. */
	chats: string[];
	/** The threads in which was written last, each with its chat; the latest at the end. */
	threads: Record<string, string>;
}

function readKnown(staticData: IDataObject): Known | undefined {
	const { since, chats, threads } = toObject(staticData.catchUp);
	if (typeof since !== 'number') return undefined;
	const pairs = Object.entries(toObject(threads)).map(([id, chatId]) => [id, toText(chatId)]);
	return {
		since,
		chats: toList(chats).map(toText).filter(Boolean),
		threads: Object.fromEntries(pairs) as Known['threads'],
	};
}

/** Puts an entry at the end, and drops those at the beginning that are too many. */
function keepLatest<T>(entries: T[], isSame: (entry: T) => boolean, latest: T): T[] {
	return [...entries.filter((entry) => !isSame(entry)), latest].slice(-MOST);
}

/**
 * Notes since when a trigger that is being published may catch up; n8n writes it when it has published the workflow.
 *
 * @param lookBack as `readLookBack` gives it
 */
export function notePublished(context: IHookFunctions, lookBack: number): void {
	const staticData = context.getWorkflowStaticData('node');
	const known = readKnown(staticData);
	if (lookBack > 0 && known && startsByItself(context)) return;
	if (lookBack > 0) staticData.catchUp = { chats: [], threads: {}, ...known, since: Date.now() };
	else if (known) delete staticData.catchUp;
}

/** Notes where a message was written, to look there after a restart. n8n writes it with the execution. */
export function notePlace(context: EventContext, { message }: ReceivedMessage): void {
	const staticData = context.getWorkflowStaticData('node');
	const known = readKnown(staticData);
	if (!known) return;
	const chatId = toText(message.chat_id);
	const threadId = toText(message.thread_id);
	const isDirect = message.chat_type === 'p2p';
	if (!isDirect && threadId === '') return;
	const chats = isDirect ? keepLatest(known.chats, (id) => id === chatId, chatId) : known.chats;
	const entries = Object.entries(known.threads);
	const threads =
		threadId === '' ? entries : keepLatest(entries, ([id]) => id === threadId, [threadId, chatId]);
	staticData.catchUp = { ...known, chats, threads: Object.fromEntries(threads) };
}

/** What a trigger knows; undefined when it was published before it could note that. */
export const knownTo = (context: EventContext): Known | undefined =>
	readKnown(context.getWorkflowStaticData('node'));
