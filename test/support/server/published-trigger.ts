import { randomUUID } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';

import type {
	CredentialReference,
	SavedWorkflow,
	WorkflowInput,
} from '../../../harness/n8n-server';
import { buildPush, type Push, type Subscription } from '../../../sandbox/delivery/push';
import { request, type Sent } from '../request';
import { waitFor, type TestSetup } from '.';

/** The name of the trigger node in every such workflow. */
export const TRIGGER = 'Lark Trigger';

export interface Secrets {
	encryptKey: string;
	verificationToken: string;
}

/** A published workflow that starts with a Lark Trigger, and a client that sends requests to its webhook. */
export interface PublishedTrigger {
	workflow: SavedWorkflow;
	url: string;
	subscription: Subscription;
	/** Builds an event push as Lark would, or as somebody else with other secrets. */
	push(envelope: object, options?: { age?: number; as?: Subscription }): Push;
	send(request: Push): Promise<Sent>;
	/** Sends a request that must start one execution, and gives the item that came out. */
	accepts(request: Push): Promise<unknown>;
	/** Sends a request that must be acknowledged and start nothing. */
	ignores(request: Push): Promise<void>;
	/** Sends a request that must get a 4xx, leave its reason in the log, no secret, and start nothing. */
	refuses(request: Push, reason: string, method?: string): Promise<void>;
}

/** What the workflow may have besides a Lark Trigger with default settings. */
export interface TriggerOptions {
	/** Of the trigger; without any, it gives Lark's own events. */
	parameters?: INodeParameters;
	/** What follows the trigger. */
	rest?: Pick<WorkflowInput, 'nodes' | 'connections'>;
	settings?: WorkflowInput['settings'];
	/** A credential to be used instead of one of its own. */
	larkApi?: CredentialReference;
}

/** Saves a credential that has these secrets. */
export async function saveCredential(
	setup: TestSetup,
	secrets: Secrets,
): Promise<CredentialReference> {
	return await setup.client.createCredential({
		name: `Lark ${randomUUID()}`,
		type: 'larkApi',
		data: { ...setup.credential, ...secrets },
	});
}

/** Saves a workflow with a credential that has these secrets. It is not published. */
export async function saveTrigger(
	setup: TestSetup,
	secrets: Secrets,
	options: TriggerOptions = {},
) {
	const larkApi = options.larkApi ?? (await saveCredential(setup, secrets));
	const trigger = {
		id: randomUUID(),
		webhookId: randomUUID(),
		name: TRIGGER,
		type: 'n8n-nodes-lark-im.larkTrigger',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: options.parameters ?? { simple: false },
		credentials: { larkApi },
	};
	return await setup.saveWorkflow({
		name: 'Published trigger',
		nodes: [trigger, ...(options.rest?.nodes ?? [])],
		connections: options.rest?.connections ?? {},
		settings: options.settings ?? {},
	});
}

/** Publishes a workflow that waits for events. */
export async function publishTrigger(
	setup: TestSetup,
	secrets: Secrets,
	options: TriggerOptions = {},
): Promise<PublishedTrigger> {
	const { client, log } = setup;
	const workflow = await saveTrigger(setup, secrets, options);
	await client.publish(workflow);
	const url = client.webhookUrl(workflow, TRIGGER);
	const subscription = { appId: setup.sandbox.app.appId, requestUrl: url, ...secrets };
	const executions = async () => (await client.executions(workflow.id)).length;
	let accepted = 0;

	return {
		workflow,
		url,
		subscription,
		push: (envelope, { age = 0, as = subscription } = {}) =>
			buildPush(as, envelope, { now: Date.now() - age, nonce: randomUUID() }),
		send: async (sent) => await request(url, 'POST', sent),
		async accepts(sent) {
			expect(await request(url, 'POST', sent)).toMatchObject({ status: 200 });
			accepted++;
			const all = await setup.executionsOf(workflow.id, accepted);
			expect(all).toHaveLength(accepted);
			return all.at(-1)?.data.resultData.runData[TRIGGER][0].data?.main[0]?.[0].json;
		},
		async ignores(sent) {
			expect(await request(url, 'POST', sent)).toMatchObject({ status: 200 });
			expect(await executions()).toBe(accepted);
		},
		async refuses(sent, reason, method = 'POST') {
			const logged = log.lines().length;
			const { status, body } = await request(url, method, sent);
			expect(status).toBeGreaterThanOrEqual(400);
			expect(status).toBeLessThan(500);
			const written = () => log.lines().slice(logged).join('\n');
			await waitFor(`"${reason}" in the log`, () => written().includes(reason) || undefined);
			expect(await executions()).toBe(accepted);
			for (const secret of Object.values(secrets).filter(Boolean)) {
				expect(body + written()).not.toContain(secret);
			}
		},
	};
}
