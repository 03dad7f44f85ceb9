import { getEventListeners } from 'node:events';

import { Pacer } from '../../../nodes/shared/transport/pace/pacer';
import { ManualClock } from './manualClock';
import { chats, most, send, to } from './paceSender';

describe('the pace of one process', () => {
	it.each([
		['200 chats in turn', chats(200, 5, false)],
		['10 chats with 100 adjacent messages each', chats(10, 100, true)],
	])(
		'%s: 1,000 messages in little more than the 20 s that the limits allow',
		async (_name, receivers) => {
			const clock = new ManualClock();
			const { sent, took } = await send(new Pacer(clock), clock, receivers, { tripMs: 20 });
			expect(took).toBeLessThan(21_500);
			expect(
				most(
					sent.map(({ at }) => at),
					1_000,
				),
			).toBeLessThanOrEqual(50);
			for (const chat of new Set(receivers)) {
				const times = sent.filter(({ receiver }) => receiver === chat).map(({ at }) => at);
				expect(most(times, 1_000)).toBeLessThanOrEqual(5);
			}
		},
	);

	it('never more than 1,000 a minute', async () => {
		const clock = new ManualClock();
		const receivers = Array.from({ length: 2_100 }, (_, i) => `chat ${i}`);
		const { sent, took } = await send(new Pacer(clock), clock, receivers);
		expect(
			most(
				sent.map(({ at }) => at),
				60_000,
			),
		).toBe(1_000);
		expect(took).toBeGreaterThan(120_000);
		expect(took).toBeLessThan(124_000);
	});

	it('starts with a burst, so that a few messages do not wait', async () => {
		const clock = new ManualClock();
		const { took } = await send(new Pacer(clock), clock, chats(2, 5, true));
		expect(took).toBe(0);
	});

	it('does not let a busy receiver hold up the others', async () => {
		const clock = new ManualClock();
		const { sent } = await send(new Pacer(clock), clock, [...chats(1, 50, true), 'another']);
		expect(sent.find(({ receiver }) => receiver === 'another')?.at).toBe(0);
	});

	it('lets everything go that only the documented limits would hold', async () => {
		const clock = new ManualClock();
		const pacer = new Pacer(clock);
		const turns = Array.from(
			{ length: 500 },
			async () => await pacer.turn(to('chat'), { keepsLimits: false }),
		);
		const waits = (await Promise.all(turns)).map(({ waited }) => waited);
		expect(Math.max(...waits)).toBe(0);
	});
});

describe('waiting', () => {
	it('ends at once when the execution is cancelled, and leaves no timer', async () => {
		const clock = new ManualClock();
		const pacer = new Pacer(clock);
		const cancel = new AbortController();
		const turns = Array.from(
			{ length: 100 },
			async () => await pacer.turn(to('chat'), { keepsLimits: true, signal: cancel.signal }),
		);
		const results = Promise.allSettled(turns);
		expect(getEventListeners(cancel.signal, 'abort')).toHaveLength(1);
		cancel.abort(new Error('Cancelled'));
		const stopped = (await results).filter(({ status }) => status === 'rejected');
		expect(stopped).toHaveLength(95);
		await clock.run(0);
		expect(clock.sleeping).toBe(0);
		await expect(
			pacer.turn(to('chat'), { keepsLimits: true, signal: cancel.signal }),
		).rejects.toThrow('Cancelled');
	});

	it('goes on for another execution when one is cancelled, as if that had not waited', async () => {
		const clock = new ManualClock();
		const pacer = new Pacer(clock);
		const cancel = new AbortController();
		const { signal } = cancel;
		const turn = async (options: { signal?: AbortSignal } = {}) =>
			await pacer.turn(to('chat'), { keepsLimits: true, ...options });
		const cancelled = Array.from({ length: 100 }, async () => await turn({ signal }));
		const results = Promise.allSettled(cancelled);
		const other = turn();
		cancel.abort();
		await results;
		await clock.run();
		expect((await other).waited).toBeLessThan(1_100);
	});

	it('takes no memory for receivers that have long been served', async () => {
		const clock = new ManualClock();
		const pacer = new Pacer(clock);
		for (let i = 0; i < 5_000; i++) {
			await clock.run(30);
			await pacer.turn(to(`chat ${i}`), { keepsLimits: false });
		}
		expect(pacer.size).toBeLessThan(600);
		await clock.run(100_000);
		expect(pacer.isIdle()).toBe(true);
	});
});
