import { randomUUID } from 'node:crypto';

import { openSetup, type TestSetup } from '../support/server';
import { messageEvent } from '../support/events';
import {
	publishTrigger,
	saveCredential,
	type PublishedTrigger,
} from '../support/server/published-trigger';

const secrets = () => ({
	encryptKey: `key ${randomUUID()}`,
	verificationToken: `token ${randomUUID()}`,
});

describe('an Encrypt Key and Verification Token that are changed', () => {
	let setup: TestSetup;
	let trigger: PublishedTrigger;
	const old = secrets();

	// The app may not change itself: Lark would be refused when it checks the URL with its own keys.
	beforeAll(async () => (setup = await openSetup({ seed: { app: { scopes: [] } } })));
	afterAll(async () => await setup.close());

	it('are accepted at once, and the old ones are refused', async () => {
		const larkApi = await saveCredential(setup, old);
		trigger = await publishTrigger(setup, old, { larkApi });
		const send = async (as: typeof old) => {
			const event = messageEvent(as.verificationToken);
			const push = trigger.push(event, { as: { ...trigger.subscription, ...as } });
			return (await trigger.send(push)).status;
		};
		expect(await send(old)).toBe(200);

		for (const next of [secrets(), { ...secrets(), encryptKey: '' }]) {
			const data = { ...setup.credential, ...next };
			await setup.client.updateCredential(larkApi.id, { ...larkApi, data });
			expect(await send(next)).toBe(200);
			expect(await send(old)).toBe(401);
			expect(await send(next)).toBe(200);
			// The trigger reads the credential again at most once a second.
			await new Promise((resolve) => setTimeout(resolve, 1_000));
		}
		await setup.executionsOf(trigger.workflow.id, 5);
	});
});
