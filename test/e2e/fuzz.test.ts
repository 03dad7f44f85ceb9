import { openBench, type Bench } from './harness';
import { fuzz } from './harness/fuzz';
import { messageEvent } from './harness/events';
import { publishTarget } from './harness/webhook-target';

describe('the webhook and 500 mutated requests', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	it('refuses them all and goes on', async () => {
		const key = await publishTarget(bench, { encryptKey: 'a key', verificationToken: 'a token' });
		const token = await publishTarget(bench, { encryptKey: '', verificationToken: 'a token' });
		const { outcomes, wrong } = await fuzz([key, key, token], 500, 20_261_121);
		expect(wrong).toEqual([]);
		expect(Object.values(outcomes).reduce((sum, count) => sum + count)).toBe(500);
		for (const target of [key, token]) await target.accepts(target.push(messageEvent('a token')));
	}, 600_000);
});
