import { openSetup, type TestSetup } from '../support/server';
import { fuzz } from '../support/fuzz/fuzz';
import { messageEvent } from '../support/events';
import { publishTrigger } from '../support/server/published-trigger';

describe('the webhook and 500 mutated requests', () => {
	let setup: TestSetup;
	beforeAll(async () => (setup = await openSetup()));
	afterAll(async () => await setup.close());

	it('refuses them all and keeps serving', async () => {
		const key = await publishTrigger(setup, { encryptKey: 'a key', verificationToken: 'a token' });
		const token = await publishTrigger(setup, { encryptKey: '', verificationToken: 'a token' });
		const { outcomes, wrong } = await fuzz([key, key, token], 500, 20_261_121);
		expect(wrong).toEqual([]);
		expect(Object.values(outcomes).reduce((sum, count) => sum + count)).toBe(500);
		for (const trigger of [key, token])
			await trigger.accepts(trigger.push(messageEvent('a token')));
	}, 600_000);
});
