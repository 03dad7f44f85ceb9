import { sleep } from 'n8n-workflow';

import { Turns } from '../../../nodes/shared/decision/click/turns';

const soon = () => performance.now() + 2_000;

describe('turns', () => {
	it('let the works of one key begin one after the other, and others at once', async () => {
		const turns = new Turns();
		const order: string[] = [];
		const work = (name: string, ms: number) => async () => {
			order.push(`${name} begins`);
			await sleep(ms);
			order.push(`${name} ends`);
			return name;
		};
		const done = await Promise.all([
			turns.take('one', soon(), work('a', 30)),
			turns.take('one', soon(), work('b', 0)),
			turns.take('two', soon(), work('c', 0)),
		]);
		expect(done).toEqual(['a', 'b', 'c']);
		expect(order.indexOf('b begins')).toBeGreaterThan(order.indexOf('a ends'));
		expect(order.indexOf('c begins')).toBeLessThan(order.indexOf('a ends'));
	});

	it('go on after a work that fails', async () => {
		const turns = new Turns();
		const failing = turns.take('one', soon(), async () => {
			await sleep(5);
			throw new Error('no');
		});
		const next = turns.take('one', soon(), async () => await Promise.resolve('done'));
		await expect(failing).rejects.toThrow('no');
		await expect(next).resolves.toBe('done');
	});

	it('leave a work out whose turn does not come in time, and the next one still waits', async () => {
		const turns = new Turns();
		const order: string[] = [];
		const first = turns.take('one', soon(), async () => {
			await sleep(60);
			order.push('first');
		});
		const late = turns.take('one', performance.now() + 10, async () => {
			order.push('late');
			return await Promise.resolve(true);
		});
		const last = turns.take('one', soon(), async () => {
			order.push('last');
			return await Promise.resolve(true);
		});
		expect(await late).toBeUndefined();
		await Promise.all([first, last]);
		expect(order).toEqual(['first', 'last']);
	});
});
