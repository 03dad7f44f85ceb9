/** The sessions of one trigger: when each started, and when its last message came, in ms. */
export type Sessions = Record<string, [started: number, last: number]>;

/** The sessions that are remembered; the ones that have been quiet the longest go first. */
const CAPACITY = 2_000;

/**
 * Adds the sessions of another process, or of a time before a restart: for a conversation that both
 * have, the one with the later message counts.
 *
 * @param known is changed
 */
export function mergeSessions(known: Sessions, others: Sessions): void {
	for (const [conversation, [started, last]] of Object.entries(others)) {
		const own = Object.hasOwn(known, conversation) ? known[conversation] : undefined;
		if (!own || own[1] < last) known[conversation] = [started, last];
	}
}

function forgetQuietest(sessions: Sessions): void {
	const entries = Object.entries(sessions);
	if (entries.length <= CAPACITY) return;
	entries.sort(([, [, a]], [, [, b]]) => a - b);
	// Some more than necessary, so that not every message has to sort.
	for (const [key] of entries.slice(0, entries.length - CAPACITY * 0.9)) delete sessions[key];
}

/**
 * Gives the session of a message, and remembers the message. A conversation that has been idle for
 * longer than the timeout goes on under a new ID.
 *
 * @param sessions is changed
 * @param time of the message, in ms
 * @param timeout in ms
 */
export function sessionId(
	sessions: Sessions,
	conversation: string,
	time: number,
	timeout: number,
): string {
	const known = Object.hasOwn(sessions, conversation) ? sessions[conversation] : undefined;
	const goesOn = known && time - known[1] <= timeout;
	const started = goesOn ? known[0] : time;
	sessions[conversation] = [started, Math.max(time, known?.[1] ?? 0)];
	forgetQuietest(sessions);
	return `${conversation}:${started}`;
}
