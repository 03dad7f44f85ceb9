import { sleep } from 'n8n-workflow';

/** What runs, and how. */
export interface Lanes<Result> {
	/** How many items there are. */
	count: number;
	/** How many run at the same time, at most. */
	atOnce: number;
	/** The lanes that an item is in: items that share one run in their order, one after the other. */
	lanesOf(item: number): string[];
	/** Must not throw. */
	run(item: number): Promise<Result>;
	/** The first item that is not to be started, nor any after it; it may become smaller meanwhile. */
	end(): number;
}

/** So many items are looked at before anything else gets its turn. */
const LOOKED_AT = 200;

interface Waiting {
	lanes: string[];
	/** How many of its lanes others are in. */
	behind: number;
}

/**
 * Runs items at the same time, but those of one lane in their order. The next item of a free lane
 * starts before one that has to wait.
 *
 * @returns the results by item, when nothing runs any more; an item that was not started has none
 */
export async function runInLanes<Result>(given: Lanes<Result>): Promise<Result[]> {
	const { count, atOnce, lanesOf, run, end } = given;
	const results: Result[] = [];
	const queues = new Map<string, number[]>();
	const waiting = new Map<number, Waiting>();
	const ready: number[] = [];
	let running = 0;
	let next = 0;
	let wake = () => {};

	const enter = (item: number) => {
		const lanes = [...new Set(lanesOf(item))];
		let behind = 0;
		for (const lane of lanes) {
			const queue = queues.get(lane) ?? [];
			if (queue.push(item) > 1) behind++;
			queues.set(lane, queue);
		}
		waiting.set(item, { lanes, behind });
		if (behind === 0) ready.push(item);
	};

	const leave = (item: number) => {
		for (const lane of waiting.get(item)?.lanes ?? []) {
			const queue = queues.get(lane) as number[];
			queue.shift();
			if (queue.length === 0) queues.delete(lane);
			else if (--(waiting.get(queue[0]) as Waiting).behind === 0) ready.push(queue[0]);
		}
		waiting.delete(item);
		running--;
		wake();
	};

	const start = async (item: number) => {
		running++;
		results[item] = await run(item);
		leave(item);
	};

	for (;;) {
		const change = new Promise<void>((resolve) => (wake = resolve));
		for (let looked = 0; running < atOnce; ) {
			const item = ready.shift();
			if (item !== undefined) {
				// Whatever waits for an item past the end comes after it, and is past the end, too.
				if (item < end()) void start(item);
			} else if (next >= Math.min(count, end())) break;
			else {
				enter(next++);
				if (++looked % LOOKED_AT === 0) await sleep(0);
			}
		}
		if (running === 0) return results;
		await change;
	}
}
