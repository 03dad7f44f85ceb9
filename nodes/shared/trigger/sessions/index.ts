import { mergeSessions, sessionId, type Sessions } from './session';
import { triggerKey, type EventContext } from '../context';

/** By mode, workflow and node. */
const memory = new Map<string, Sessions>();

/** More triggers with a session timeout than anybody has in one process. */
const CAPACITY = 1_000;

/**
 * Gives the session of a message, and remembers it in n8n's static data, to outlive a restart and be
 * known to other processes, and in this process: of two requests at the same moment, the one that
 * ends later overwrites what the other has written to the static data.
 *
 * @param time of the message, in ms
 * @param timeout in ms; 0 for sessions that never end
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
	// A copy, for n8n puts a proxy around all that is in its static data.
	const copy: Sessions = {};
	mergeSessions(copy, known);
	data.sessions = copy;
	return session;
}
