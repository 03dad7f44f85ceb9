import { sleep } from 'n8n-workflow';

import type { WindowTimes } from '../settings/window';

/** What somebody gets who adds an entry to a window. */
export interface WindowEntry<T> {
	/** All entries in order, when the window has closed. Only the first entry has it, and starts the execution. */
	gathered?: Promise<T[]>;
	/** The outcome that the first entry reports with `settle`. */
	isStored: Promise<boolean>;
	/** To be called for the first entry: whether n8n has stored the execution. */
	settle(isStored: boolean): void;
}

interface OpenWindow<T> extends Pick<WindowEntry<T>, 'isStored' | 'settle'> {
	entries: T[];
	closesAt: number;
	latest: number;
}

/** A burst that is larger goes on in a second window. */
const CAPACITY = 100;

/**
 * Collects what belongs together and comes within a short time. All of it is in memory: no entry may be
 * acknowledged before the execution is stored.
 */
export class Windows<T> {
	private readonly open = new Map<string, OpenWindow<T>>();

	/** Adds an entry to the window that is open for the key, or opens one. Each entry puts off the end. */
	add(key: string, entry: T, { quiet, limit }: WindowTimes): WindowEntry<T> {
		const now = performance.now();
		const known = this.open.get(key);
		if (known && known.entries.length < CAPACITY) {
			known.entries.push(entry);
			known.closesAt = Math.min(now + quiet, known.latest);
			return { isStored: known.isStored, settle: known.settle };
		}
		let settle: OpenWindow<T>['settle'] = () => {};
		const isStored = new Promise<boolean>((resolve) => (settle = resolve));
		const latest = now + limit;
		const closesAt = Math.min(now + quiet, latest);
		const window = { entries: [entry], closesAt, latest, isStored, settle };
		this.open.set(key, window);
		return { gathered: this.gather(key, window), isStored, settle };
	}

	private async gather(key: string, window: OpenWindow<T>): Promise<T[]> {
		for (;;) {
			const left = window.closesAt - performance.now();
			if (left <= 0) break;
			await sleep(left);
		}
		if (this.open.get(key) === window) this.open.delete(key);
		return window.entries;
	}
}
