import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { INodeParameters } from 'n8n-workflow';

import type {
	CredentialReference,
	SavedWorkflow,
	WorkflowInput,
} from '../../../scripts/n8n-server';
import { buildPush, type Push, type Subscription } from '../../../sandbox/delivery/push';
import { waitFor, type Bench } from '.';

/** The name of the trigger of every target. */
export const TRIGGER = 'Lark Trigger';

export interface Secrets {
	encryptKey: string;
	verificationToken: string;
}

/** A workflow with nothing but a Lark Trigger, and its webhook. */
export interface Target {
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

export interface Sent {
	status: number;
	body: string;
}

/** What a target may have besides the trigger as it is when new. */
export interface TargetOptions {
	/** Of the trigger; without any, it gives Lark's own events. */
	parameters?: INodeParameters;
	/** What follows the trigger. */
	rest?: Pick<WorkflowInput, 'nodes' | 'connections'>;
	settings?: WorkflowInput['settings'];
	/** A credential to be used instead of one of its own. */
	larkApi?: CredentialReference;
}

/** Saves a credential that has these secrets. */
export async function saveCredential(bench: Bench, secrets: Secrets): Promise<CredentialReference> {
	return await bench.client.createCredential({
		name: `Lark ${randomUUID()}`,
		type: 'larkApi',
		data: { ...bench.credential, ...secrets },
	});
}

/** Saves a workflow with a credential that has these secrets. It is not published. */
export async function saveTarget(bench: Bench, secrets: Secrets, options: TargetOptions = {}) {
	const larkApi = options.larkApi ?? (await saveCredential(bench, secrets));
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
	return await bench.saveWorkflow({
		name: 'Target',
		nodes: [trigger, ...(options.rest?.nodes ?? [])],
		connections: options.rest?.connections ?? {},
		settings: options.settings ?? {},
	});
}

/** Publishes a workflow that waits for events. */
export async function publishTarget(
	bench: Bench,
	secrets: Secrets,
	options: TargetOptions = {},
): Promise<Target> {
	const { client, log } = bench;
	const workflow = await saveTarget(bench, secrets, options);
	await client.publish(workflow);
	const url = client.webhookUrl(workflow, TRIGGER);
	const subscription = { appId: bench.sandbox.app.appId, requestUrl: url, ...secrets };
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
			const all = await bench.executionsOf(workflow.id, accepted);
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

/** Sends a request as it is: no library adds, checks or repeats anything. */
export async function request(url: string, method: string, { headers, body }: Push): Promise<Sent> {
	return await new Promise((resolve, reject) => {
		const length = { 'Content-Length': Buffer.byteLength(body) };
		const sent = http.request(url, { method, headers: { ...headers, ...length } }, (answer) => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', (chunk: string) => (text += chunk));
			answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
		});
		sent.on('error', reject);
		sent.end(body);
	});
}
