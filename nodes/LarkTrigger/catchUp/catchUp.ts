import { sleep, type IDataObject, type ITriggerFunctions } from 'n8n-workflow';

import { eventOfListed } from '../../shared/events/listed';
import { MESSAGE_RECEIVED } from '../../shared/events/message';
import { toText } from '../../shared/events/values';
import { readSettings } from '../../shared/trigger/settings';
import { isKnownIn } from '../ledger/staticData';
import { readSecrets, startsByItself } from '../secrets';
import { webhookIdOf } from '../siblings/liveTriggers';
import { bring, type OwnWebhook } from './bring';
import {
	messagesSince,
	openHistory,
	publicUrlOf,
	type ChatHistory,
	type MessagePlace,
} from './history';
import { knownTo } from './known';
import { directChatsToRead, groupsToRead, threadsIn } from './places';
import { readLookBack } from './properties';
import { sayCaughtUp, type CaughtUp } from './words';

/** When n8n starts, all triggers are published before the first one reads messages, in ms. */
const SETTLE_MS = 3_000;

/** After so many places in a row that cannot be read, the others are not tried: a scope is missing. */
const MOST_FAILURES = 5;

/**
 * Finds out after a start of n8n which messages a published trigger has missed, and brings them to it. To be called
 * when it starts. Does nothing when a person publishes it, or the option is off. Goes on in the background and never
 * throws.
 *
 * @returns a function that ends it
 */
export function catchUpAfterStart(context: ITriggerFunctions): () => void {
	const end = new AbortController();
	if (startsByItself(context)) {
		const done: CaughtUp = { since: 0, brought: 0, failures: 0 };
		void catchUp(context, end.signal, done)
			.catch((error: Error) => noteFailure(done, error))
			.then(() => end.signal.aborted || sayCaughtUp(context, done));
	}
	return () => end.abort();
}

async function catchUp(context: ITriggerFunctions, signal: AbortSignal, done: CaughtUp) {
	const lookBack = readLookBack(context);
	const known = knownTo(context);
	if (lookBack === 0 || !known) return;
	const settings = readSettings(context);
	if (!settings.anyEvent && !settings.events.has(MESSAGE_RECEIVED)) return;
	done.since = Math.max(Date.now() - lookBack, known.since);
	await sleep(SETTLE_MS, signal);
	const history = await openHistory(context, done.since, signal);
	const webhook: OwnWebhook = {
		context,
		secrets: await readSecrets(context),
		publicUrl: publicUrlOf(history, webhookIdOf(context)),
		until: performance.now() + lookBack,
		signal,
	};
	const work: Work = { webhook, history, done, seen: new Set() };

	await readAll(work, directChatsToRead(known, settings));
	const groups = await groupsToRead(history, settings).catch((error: Error) => {
		noteFailure(done, error);
		return [];
	});
	await readAll(work, groups);
	await readAll(work, threadsIn(known, settings));
}

interface Work {
	webhook: OwnWebhook;
	history: ChatHistory;
	done: CaughtUp;
	/** Messages that were brought, by ID: a filter may keep one out, and a thread may have it again. */
	seen: Set<string>;
}

function noteFailure(done: CaughtUp, error: Error): void {
	done.failures++;
	done.error ??= error;
}

/** Reads chats one after the other, and the threads that are found in each. */
async function readAll(work: Work, places: MessagePlace[]): Promise<void> {
	let inARow = 0;
	for (const place of places) {
		if (work.webhook.signal.aborted || inARow >= MOST_FAILURES) return;
		try {
			const threads = await bringMessages(work, place);
			inARow = 0;
			for (const thread of threads) await bringMessages(work, thread);
		} catch (error) {
			inARow++;
			noteFailure(work.done, error as Error);
		}
	}
}

/** @returns the threads that begin or go on in a chat */
async function bringMessages(work: Work, place: MessagePlace): Promise<MessagePlace[]> {
	const listed = await messagesSince(work.history, place);
	for (const message of listed) await bringMessage(work, message, place);
	const ids = new Set(listed.map(({ thread_id }) => toText(thread_id)).filter(Boolean));
	return place.isThread ? [] : [...ids].map((id) => ({ ...place, id, isThread: true }));
}

/** Brings a message of a person that the trigger does not know. Bots are not answered late. */
async function bringMessage(
	{ webhook, done, seen }: Work,
	listed: IDataObject,
	{ chatType }: MessagePlace,
): Promise<void> {
	const messageId = toText(listed.message_id);
	const event = eventOfListed(listed, chatType);
	if (!event || event.sender.sender_type !== 'user' || seen.has(messageId)) return;
	seen.add(messageId);
	if (isKnownIn(webhook.context, messageId, Date.now())) return;
	await bring(webhook, event);
	done.brought++;
}
