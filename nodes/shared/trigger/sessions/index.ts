import { triggerKey, type EventContext } from '../context';
import { mergeSessions, sessionId, type Sessions } from './session';

/** The sessions of each trigger of this process, by `triggerKey`. */
const memory = new Map<string, Sessions>();

/** How many triggers are remembered; more than one process has. */
const CAPACITY = 1_000;

/**
 * Gives the session of a message and remembers the session. n8n's static data carry sessions over a
 * restart and to other processes. The memory of the process is needed as well: n8n loads the static data
 * for each request and writes them when the request ends (`LiveWebhooks.executeWebhook`), so of two
 * requests at the same moment the later one overwrites what the other has written.
 *
 * @param time of the message, in ms
 * @param timeout in ms; 0 for sessions that never end
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/live-webhooks.ts
 */
export function sessionOf(
	context: EventContext,
	conversation: string,
	time: number,
	timeout: number,
): string {
	if (timeout <= 0) return conversation;
	const key = triggerKey(context);
	const data = context.getWorkflowStaticData('node');
	const known = memory.get(key) ?? {};
	mergeSessions(known, (data.sessions ?? {}) as Sessions);
	if (memory.size >= CAPACITY && !memory.has(key)) memory.clear();
	memory.set(key, known);
	const session = sessionId(known, conversation, time, timeout);
	// A copy: n8n puts a proxy around every object in its static data.
	const copy: Sessions = {};
	mergeSessions(copy, known);
	data.sessions = copy;
	return session;
}
