import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import type { ReceivedMessage } from '../../shared/events/message';
import { toList, toObject, toText } from '../../shared/events/values';
import { triggerKey, type EventContext } from '../../shared/trigger/context';
import { ledgerOf } from '../ledger/ledgers';
import type { Places } from '../ledger/recentPlaces';
import { startsByItself } from '../secrets';

/** What a trigger needs to know to find out after a start what it has missed. */
export interface Known extends Places {
	/** When the workflow was published, Unix time in ms. What was written before is not meant for it. */
	since: number;
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

/**
 * Notes where a message was written, to look there after a restart. n8n turns it into JSON when it writes the static
 * data with the execution, and then it has the places of all messages so far.
 */
export function notePlace(context: EventContext, { message }: ReceivedMessage): void {
	const staticData = context.getWorkflowStaticData('node');
	const known = readKnown(staticData);
	if (!known) return;
	const chatId = toText(message.chat_id);
	const threadId = toText(message.thread_id);
	const { places } = ledgerOf(triggerKey(context), performance.now());
	places.add({
		chats: message.chat_type === 'p2p' ? [chatId] : [],
		threads: threadId === '' ? {} : { [threadId]: chatId },
	});
	staticData.catchUp = { toJSON: () => ({ ...places.after(known), since: known.since }) };
}

/** What a trigger knows; undefined when it was published before it could note that. */
export const knownTo = (context: EventContext): Known | undefined =>
	readKnown(context.getWorkflowStaticData('node'));
