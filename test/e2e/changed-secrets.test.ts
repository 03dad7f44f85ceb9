import { randomUUID } from 'node:crypto';

import { openBench, type Bench } from './harness';
import { messageEvent } from './harness/events';
import { publishTarget, saveCredential, type Target } from './harness/webhook-target';

const secrets = () => ({
	encryptKey: `key ${randomUUID()}`,
	verificationToken: `token ${randomUUID()}`,
});

describe('an Encrypt Key and Verification Token that are changed', () => {
	let bench: Bench;
	let target: Target;
	const old = secrets();

	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	it('work at once, and the old ones no more', async () => {
		const larkApi = await saveCredential(bench, old);
		target = await publishTarget(bench, old, { larkApi });
		const send = async (as: typeof old) => {
			const event = messageEvent(as.verificationToken);
			const push = target.push(event, { as: { ...target.subscription, ...as } });
			return (await target.send(push)).status;
		};
		expect(await send(old)).toBe(200);

		for (const next of [secrets(), { ...secrets(), encryptKey: '' }]) {
			const data = { ...bench.credential, ...next };
			await bench.client.updateCredential(larkApi.id, { ...larkApi, data });
			expect(await send(next)).toBe(200);
			expect(await send(old)).toBe(401);
			expect(await send(next)).toBe(200);
			// Doubts count once a second.
			await new Promise((resolve) => setTimeout(resolve, 1_000));
		}
		await bench.executionsOf(target.workflow.id, 5);
	});
});
