import { conversationOf } from '../../events/conversation';
import { commandOf } from '../../events/filter';
import { timeOfMessage } from '../../events/flat';
import type { ReceivedMessage } from '../../events/message';
import { triggerKey, type EventContext } from '../context';
import type { SessionSettings } from '../settings/session';
import { findSession, mergeSessions, type Session, type Sessions } from './session';

/** The sessions of each trigger of this process, by `triggerKey`. */
const memory = new Map<string, Sessions>();

/** How many triggers are remembered; more than one process has. */
const CAPACITY = 1_000;

/**
 * Gives the session of a message and remembers the session. n8n's static data carry sessions over a
 * restart and to other processes. The memory of the process is needed as well: n8n loads the static data
 * for each request and writes them when the request ends (`LiveWebhooks.executeWebhook`), so of two
 * requests at the same moment the later one overwrites what the other has written. On the long connection
 * n8n writes them when an execution starts. What is lost on the way is found again in the chat, where the
 * trigger reads it anyway (`rememberCommand`).
 *
 * @param now Unix time in ms
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/live-webhooks.ts
 */
export function sessionOf(
	context: EventContext,
	received: ReceivedMessage,
	{ timeout, commands }: SessionSettings,
	now: number,
): Session {
	const conversation = conversationOf(received);
	if (timeout <= 0 && commands.length === 0) return { id: conversation, isNew: false };
	return noteMessage(context, conversation, {
		time: timeOfMessage(received, now),
		timeout,
		isCommand: isSessionCommand(received, commands),
	});
}

/**
 * Begins a session with a command that was found in the chat, unless a later one is known.
 *
 * @param time of the command, in ms
 */
export function rememberCommand(
	context: EventContext,
	received: ReceivedMessage,
	time: number,
): void {
	noteMessage(context, conversationOf(received), { time, timeout: 0, isCommand: true });
}

/** Whether a message asks for a new session. */
export const isSessionCommand = (received: ReceivedMessage, commands: readonly string[]): boolean =>
	commandOf(received, commands) !== undefined;

function noteMessage(
	context: EventContext,
	conversation: string,
	message: Parameters<typeof findSession>[2],
): Session {
	const key = triggerKey(context);
	const data = context.getWorkflowStaticData('node');
	const known = memory.get(key) ?? {};
	mergeSessions(known, (data.sessions ?? {}) as Sessions);
	if (memory.size >= CAPACITY && !memory.has(key)) memory.clear();
	memory.set(key, known);
	const session = findSession(known, conversation, message);
	// A copy: n8n puts a proxy around every object in its static data.
	const copy: Sessions = {};
	mergeSessions(copy, known);
	data.sessions = copy;
	return session;
}
