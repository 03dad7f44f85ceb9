import { withTimeout } from '../../trigger/withTimeout';

/** Lets the works of one key begin one after the other. */
export class Turns {
	private readonly last = new Map<string, Promise<unknown>>();

	/**
	 * Does a work when those before it are done.
	 *
	 * @param until when its turn must have come, by `performance.now()`
	 * @returns undefined when the turn has not come in time: the work is not done then
	 */
	async take<T>(key: string, until: number, work: () => Promise<T>): Promise<T | undefined> {
		const before = this.last.get(key);
		const done = this.afterwards(before, until, work);
		const last = Promise.allSettled([before, done]);
		this.last.set(key, last);
		void last.then(() => {
			if (this.last.get(key) === last) this.last.delete(key);
		});
		return await done;
	}

	private async afterwards<T>(
		before: Promise<unknown> | undefined,
		until: number,
		work: () => Promise<T>,
	): Promise<T | undefined> {
		if (before) {
			const ended = before.then(() => true);
			if (!(await withTimeout(until - performance.now(), ended))) return undefined;
		}
		return await work();
	}
}
