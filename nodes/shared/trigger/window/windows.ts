import { sleep } from 'n8n-workflow';

import type { WindowTimes } from '../settings/window';

/** A place in a window. */
export interface WindowEntry<T> {
	/** Only the first one has it, and starts the execution: all entries in order, when the window has closed. */
	gathered?: Promise<T[]>;
	/** What the first one has told. */
	isStored: Promise<boolean>;
	/** To be called by the first one: whether n8n has stored the execution. */
	settle(isStored: boolean): void;
}

interface Room<T> extends Pick<WindowEntry<T>, 'isStored' | 'settle'> {
	entries: T[];
	closesAt: number;
	latest: number;
}

/** A burst that is larger goes on in a second window. */
const CAPACITY = 100;

/**
 * Collects what belongs together and comes within a short time. All of it is in memory: nobody who has
 * a seat may be acknowledged before the execution is stored.
 */
export class Windows<T> {
	private readonly rooms = new Map<string, Room<T>>();

	/** Takes a seat in the window that is open for the key, or opens one. Each entry puts off its end. */
	join(key: string, entry: T, { quiet, limit }: WindowTimes): WindowEntry<T> {
		const now = Date.now();
		const known = this.rooms.get(key);
		if (known && known.entries.length < CAPACITY) {
			known.entries.push(entry);
			known.closesAt = Math.min(now + quiet, known.latest);
			return { isStored: known.isStored, settle: known.settle };
		}
		let settle: Room<T>['settle'] = () => {};
		const isStored = new Promise<boolean>((resolve) => (settle = resolve));
		const latest = now + limit;
		const closesAt = Math.min(now + quiet, latest);
		const room = { entries: [entry], closesAt, latest, isStored, settle };
		this.rooms.set(key, room);
		return { gathered: this.close(key, room), isStored, settle };
	}

	private async close(key: string, room: Room<T>): Promise<T[]> {
		while (Date.now() < room.closesAt) await sleep(room.closesAt - Date.now());
		if (this.rooms.get(key) === room) this.rooms.delete(key);
		return room.entries;
	}
}
