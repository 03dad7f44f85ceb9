import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import { buildPush, post, type Push } from '../sandbox/delivery/push';
import type { NodeRunner } from '../harness/node-runner';

const SECRETS = { encryptKey: 'benchEncryptKey', verificationToken: 'benchVerificationToken' };

/** What a webhook trigger is, and how it is set up. */
export type Trigger = Pick<INode, 'type' | 'typeVersion' | 'parameters'>;

export const LARK_TRIGGER: Trigger = {
	type: 'n8n-nodes-lark-im.larkTrigger',
	typeVersion: 1,
	parameters: {},
};

/** A trigger of `bench/do-nothing`. */
export const bareTrigger = (name: string): Trigger => ({
	type: `CUSTOM.${name}`,
	typeVersion: 1,
	parameters: {},
});

/** An encrypted and signed push of a message that nobody has seen before. */
export function newPush(requestUrl: string): Push {
	const id = randomUUID();
	const envelope = {
		schema: '2.0',
		header: {
			event_id: id,
			event_type: 'im.message.receive_v1',
			create_time: String(Date.now()),
			token: SECRETS.verificationToken,
			app_id: 'cli_bench',
			tenant_key: 'bench',
		},
		event: {
			sender: { sender_id: { open_id: 'ou_bench' }, sender_type: 'user' },
			message: {
				message_id: `om_${id}`,
				chat_id: 'oc_bench',
				chat_type: 'group',
				message_type: 'text',
				create_time: String(Date.now()),
				content: '{"text":"Hello"}',
			},
		},
	};
	const subscription = { appId: 'cli_bench', requestUrl, ...SECRETS };
	return buildPush(subscription, envelope, { now: Date.now(), nonce: id });
}

/** The same with a signature that somebody has made up. */
export function forgedPush(requestUrl: string): Push {
	const { headers, body } = newPush(requestUrl);
	return { headers: { ...headers, 'X-Lark-Signature': 'f'.repeat(64) }, body };
}

/** How pushes were answered. */
export interface Load {
	/** How long each response took, in ms. */
	times: number[];
	perSecond: number;
}

/**
 * Sends pushes.
 *
 * @param atOnce how many are on their way at the same time
 * @throws Error for a response with another status than the expected one
 */
export async function load(
	url: string,
	count: number,
	atOnce: number,
	{ make, status: expected }: { make: (url: string) => Push; status: number },
): Promise<Load> {
	const times: number[] = [];
	let left = count;
	const signal = new AbortController().signal;
	const start = performance.now();
	const sendRest = async () => {
		while (left-- > 0) {
			const push = make(url);
			const sentAt = performance.now();
			const { status } = await post(url, push, { deadlineMs: 60_000, signal });
			if (status !== expected) throw new Error(`The trigger answered with HTTP ${status}`);
			times.push(performance.now() - sentAt);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, sendRest));
	return { times, perSecond: (count / (performance.now() - start)) * 1_000 };
}

export const quantile = (times: number[], share: number): number =>
	[...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1];

/** Publishes a workflow that has a trigger and nothing else. @returns the address of its webhook */
export async function publish(n8n: NodeRunner, trigger: Trigger): Promise<string> {
	const data = { region: 'lark', appId: 'cli_bench', appSecret: 'unused', ...SECRETS };
	const larkApi = await n8n.client.createCredential({ name: randomUUID(), type: 'larkApi', data });
	const node: INode = {
		...trigger,
		id: randomUUID(),
		webhookId: randomUUID(),
		name: 'Trigger',
		position: [0, 0],
		credentials: { larkApi },
	};
	const workflow = { name: 'Bench', nodes: [node], connections: {} };
	const saved = await n8n.client.createWorkflow(workflow);
	await n8n.client.publish(saved);
	return n8n.client.webhookUrl(saved, node.name);
}
