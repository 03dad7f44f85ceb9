import { openSetup, waitFor, type TestSetup } from '../support/server';
import { saveListener } from '../support/server/listener';
import { publishTrigger } from '../support/server/published-trigger';
import { step } from './harness/step';

const SECRETS = { encryptKey: 'key', verificationToken: 'token' };

/** Long enough to see the reaction, short enough for a test. */
const WAIT = step('Wait', 'n8n-nodes-base.wait', 1.1, { amount: 3 });

const PARAMETERS = { extras: { reactOnReceipt: 'OnIt' } };

describe('React on Receipt', () => {
	let setup: TestSetup;
	beforeAll(async () => (setup = await openSetup()));
	afterAll(async () => await setup.close());

	function say() {
		const { sandbox } = setup;
		const [from] = sandbox.world.users;
		const bot = { type: 'app' as const, appId: sandbox.app.appId };
		const { chatId } = sandbox.world.openP2p(from.userId, bot);
		return sandbox.say({ from, chat: chatId, text: 'hi' });
	}

	async function reactsUntilTheEnd(workflowId: string) {
		const { reactions } = say();
		await waitFor(
			'the reaction',
			() => reactions.some(({ emojiType }) => emojiType === 'OnIt') || undefined,
		);
		const [{ status }] = await setup.executionsOf(workflowId, 1);
		expect(status).toBe('success');
		await waitFor('its end', () => reactions.length === 0 || undefined);
	}

	it('shows on a message of the Lark Trigger that the workflow runs', async () => {
		const { workflow, url } = await publishTrigger(setup, SECRETS, {
			parameters: PARAMETERS,
			larkApi: setup.larkApi,
			rest: {
				nodes: [WAIT],
				connections: { 'Lark Trigger': { main: [[{ node: 'Wait', type: 'main', index: 0 }]] } },
			},
		});
		await setup.sandbox.subscribe(setup.sandbox.app.appId, url);
		await reactsUntilTheEnd(workflow.id);
	});

	it('shows on a message of the Lark Long Connection Trigger that the workflow runs', async () => {
		const workflow = await saveListener(setup, setup.larkApi, PARAMETERS, [WAIT]);
		await setup.client.publish(workflow);
		setup.sandbox.useLongConnection(setup.sandbox.app.appId);
		await reactsUntilTheEnd(workflow.id);
		await setup.client.unpublish(workflow.id);
	});
});
