import { storeOnce } from '../../../nodes/LarkLongConnectionTrigger/storeOnce';

const HOUR = 3_600_000;

/** Something that counts how often it runs, and ends when told. */
function work() {
	let settle: { resolve: () => void; reject: (reason: Error) => void };
	const run = jest.fn(
		async () =>
			await new Promise<void>((resolve, reject) => {
				settle = { resolve, reject };
			}),
	);
	return { run, resolve: () => settle.resolve(), reject: () => settle.reject(new Error('full')) };
}

describe('storeOnce', () => {
	it('lets a repeated call wait for the first one, then does nothing', async () => {
		const { run, resolve } = work();
		const calls = [storeOnce('a', 0, run), storeOnce('a', 1, run)];
		const settled = jest.fn();
		void Promise.all(calls).then(settled);
		await Promise.resolve();
		expect(settled).not.toHaveBeenCalled();
		resolve();
		await Promise.all(calls);
		await storeOnce('a', 7 * HOUR, run);
		expect(run).toHaveBeenCalledTimes(1);
	});

	it('stores again after a failure, which is reported to all waiting calls', async () => {
		const { run, reject, resolve } = work();
		const calls = [storeOnce('b', 0, run), storeOnce('b', 0, run)];
		reject();
		expect((await Promise.allSettled(calls)).map(({ status }) => status)).toEqual([
			'rejected',
			'rejected',
		]);
		const again = storeOnce('b', 1, run);
		resolve();
		await again;
		await storeOnce('b', 2, run);
		expect(run).toHaveBeenCalledTimes(2);
	});

	it('stores different events separately', async () => {
		const { run, resolve } = work();
		const one = storeOnce('c', 0, run);
		resolve();
		await one;
		const two = storeOnce('d', 0, run);
		resolve();
		await two;
		expect(run).toHaveBeenCalledTimes(2);
	});
});
