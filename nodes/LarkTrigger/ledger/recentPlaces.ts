/** How many chats and how many threads are kept: n8n writes all of them with each event. */
const MOST = 100;

/** Direct chats and threads in which was written, the latest at the end. Lark lists neither of them. */
export interface Places {
	chats: string[];
	/** Each thread with its chat. */
	threads: Record<string, string>;
}

/** Removes all but the last of equal entries, and those at the beginning that are too many. */
const latest = <T>(entries: Array<[string, T]>): Array<[string, T]> => {
	const last = new Map<string, T>();
	for (const [key, value] of entries) {
		last.delete(key);
		last.set(key, value);
	}
	return [...last].slice(-MOST);
};

const keyed = (ids: string[]) => ids.map((id): [string, undefined] => [id, undefined]);

/** @returns the places of both, those of the second at the end */
export function mergePlaces(before: Places, after: Places): Places {
	const threads = latest([...Object.entries(before.threads), ...Object.entries(after.threads)]);
	const chats = latest(keyed([...before.chats, ...after.chats]));
	return { chats: chats.map(([id]) => id), threads: Object.fromEntries(threads) };
}

/** The places of one trigger that this process has seen: what one request writes must not lose those of another. */
export class RecentPlaces {
	private seen: Places = { chats: [], threads: {} };

	add(places: Places): void {
		this.seen = mergePlaces(this.seen, places);
	}

	/** Those that were saved before, and all that this process has seen since. */
	after(saved: Places): Places {
		return mergePlaces(saved, this.seen);
	}
}
