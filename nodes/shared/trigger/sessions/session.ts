/** The sessions of one trigger: when each started, and when its last message came, in ms. */
export type Sessions = Record<string, [started: number, last: number]>;

/** The sessions that are remembered; the ones that have been quiet the longest go first. */
const CAPACITY = 2_000;

/** A message of a conversation. */
export interface SessionMessage {
	/** In ms. */
	time: number;
	/** After how much silence it begins a session, in ms; 0 for never. */
	timeout: number;
	/** Whether it asks for a new session. */
	isCommand?: boolean;
}

/** The session of a message. */
export interface Session {
	id: string;
	/** Whether the message is the one that begins it. */
	isNew: boolean;
}

const knownOf = (sessions: Sessions, conversation: string) =>
	Object.hasOwn(sessions, conversation) ? sessions[conversation] : undefined;

/**
 * Adds the sessions of another process, or of a time before a restart. Of a conversation that both have,
 * the later start counts and the later message: in whatever order processes hear of each other, all of
 * them come to the same.
 *
 * @param known is changed
 */
export function mergeSessions(known: Sessions, others: Sessions): void {
	for (const [conversation, [started, last]] of Object.entries(others)) {
		const own = knownOf(known, conversation) ?? [0, 0];
		known[conversation] = [Math.max(started, own[0]), Math.max(last, own[1])];
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
 * longer than the timeout goes on under a new ID, and so it does after a command. The ID has the time of
 * the message that began the session, which every process knows alike. Without a timeout, a conversation
 * keeps its own name until the first command.
 *
 * @param sessions is changed
 */
export function findSession(
	sessions: Sessions,
	conversation: string,
	{ time, timeout, isCommand = false }: SessionMessage,
): Session {
	const known = knownOf(sessions, conversation);
	if (!known && !isCommand && timeout <= 0) return { id: conversation, isNew: false };
	const isOver = !known || (timeout > 0 && time - known[1] > timeout);
	// A command that comes late does not end the session of a later one.
	const started = isOver || isCommand ? Math.max(time, known?.[0] ?? 0) : known[0];
	sessions[conversation] = [started, Math.max(time, known?.[1] ?? 0)];
	forgetQuietest(sessions);
	return { id: `${conversation}:${started}`, isNew: started === time };
}
