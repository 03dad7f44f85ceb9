import { randomUUID } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';

import type { WorkflowInput } from '../../harness/n8n-server';
import type { Message, User } from '../../sandbox';
import { chatNamed, openSetup, type TestSetup } from '../support/server';
import { expectPinned } from '../support/server/pinned';

describe('the example error alert', () => {
	let setup: TestSetup;

	beforeAll(async () => (setup = await openSetup()));
	afterAll(async () => await setup.close());

	/** What the group gets while something happens. */
	const newInGroup = async (happen: () => Promise<void>): Promise<Message[]> => {
		const before = group().messages.length;
		await happen();
		return group().messages.slice(before);
	};

	const TRIGGER = 'When a workflow fails';
	const group = () => chatNamed(setup.sandbox.world, 'Incident Response');

	/** Publishes the example, for the group, and a workflow that fails when its address is called. */
	const watch = async (email: string) => {
		const { client } = setup;
		const { id, ...example } = await setup.saveExample('error-alert');
		const own: Record<string, INodeParameters> = {
			'Send the card': { receiver: { __rl: true, mode: 'list', value: group().chatId } },
			'Who is on call': onCall(email),
		};
		const nodes = example.nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, ...own[node.name] },
		}));
		const alert = await client.updateWorkflow(id, { ...example, nodes });
		await client.publish(alert);
		const failing = await setup.saveWorkflow(failingWorkflow(id));
		await client.publish(failing);
		return { alert, failing, url: client.webhookUrl(failing, 'Webhook') };
	};

	it('tells the group which node has failed and why, and mentions the person on call', async () => {
		const { sandbox } = setup;
		const ada = sandbox.world.users[0] as User;
		const { alert, failing, url } = await watch(ada.email);
		const [card, ...others] = await newInGroup(async () => {
			await fetch(url);
			await setup.executionsOf(alert.id, 1);
		});
		expect(others).toEqual([]);
		expect(JSON.parse(card.sentContent)).toMatchObject({
			header: { title: { content: 'Nightly invoices has failed' }, template: 'red' },
		});
		expect(card.sentContent).toContain(`<at id=${sandbox.openIdOf(ada)}></at>`);
		expect(card.sentContent).toContain("The bank did not answer: '''");
		expect(card.sentContent).toContain('Charge the card');
		const [{ id }] = await setup.executionsOf(failing.id, 1);
		expect(card.sentContent).toContain(`/workflow/${failing.id}/executions/${id}`);
		await expectPinned(setup, alert, TRIGGER, { partly: true });
	});

	it('comes by hand with the sample, and without a mention when nobody has the address', async () => {
		const { alert } = await watch('nobody@example.com');
		const [card] = await newInGroup(async () => {
			const { status } = await setup.client.runWorkflow(alert.id, TRIGGER);
			expect(status).toBe('success');
		});
		expect(card.sentContent).toContain('The bank did not answer');
		expect(card.sentContent).not.toContain('<at');
	});

	it('opens the workflow when it was the trigger that failed, and there is no execution', async () => {
		const { client } = setup;
		const { alert } = await watch('nobody@example.com');
		const trigger = { error: { message: 'No connection to the mailbox' }, mode: 'trigger' };
		const json = { trigger, workflow: { id: 'w1', name: 'Mailbox' } };
		await client.updateWorkflow(alert.id, { ...alert, pinData: { [TRIGGER]: [{ json }] } });
		const [card] = await newInGroup(async () => {
			await client.runWorkflow(alert.id, TRIGGER);
		});
		expect(card.sentContent).toContain('No connection to the mailbox');
		expect(card.sentContent).toContain(`"default_url":"${setup.url}/workflow/w1"`);
	});
});

const onCall = (email: string): INodeParameters => ({
	assignments: { assignments: [{ id: 'email', name: 'email', value: email, type: 'string' }] },
});

/** @param errorWorkflow ID of the workflow that is told */
const failingWorkflow = (errorWorkflow: string): WorkflowInput => {
	const path = randomUUID();
	return {
		name: 'Nightly invoices',
		nodes: [
			{
				id: randomUUID(),
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId: path,
				parameters: { path },
			},
			{
				id: randomUUID(),
				name: 'Charge the card',
				type: 'n8n-nodes-base.stopAndError',
				typeVersion: 1,
				position: [220, 0],
				parameters: { errorMessage: 'The bank did not answer: ```' },
			},
		],
		connections: {
			Webhook: { main: [[{ node: 'Charge the card', type: 'main', index: 0 }]] },
		},
		settings: { errorWorkflow },
	};
};
