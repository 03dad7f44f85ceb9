import { setTimeout as sleep } from 'node:timers/promises';

import { inTurn } from '../../../nodes/shared/requestUrl/inTurn';

describe('what is done in turn', () => {
	it('begins when all before it has ended, also by an error', async () => {
		const seen: string[] = [];
		const act = (name: string, ms: number) => async () => {
			seen.push(`${name} begins`);
			await sleep(ms);
			seen.push(`${name} ends`);
			if (name === 'one') throw new Error(name);
			return name;
		};
		const one = inTurn('app', act('one', 20));
		const two = inTurn('app', act('two', 1));
		await expect(one).rejects.toThrow('one');
		expect(await two).toBe('two');
		expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
	});

	it('does not wait for what is done elsewhere', async () => {
		const never = inTurn('slow', async () => await new Promise(() => {}));
		expect(await inTurn('quick', async () => 'done')).toBe('done');
		void never;
	});
});
