import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import { rounded, type Section } from '../../harness/report';
import { saveCredential } from '../../harness/node-runner';
import { startSandboxProcess } from '../../harness/sandbox-process';
import { inTurn, larkNode } from '../../harness/senders';
import { N8nClient, waitFor, type CredentialReference } from '../../harness/n8n-server';
import type { Installation } from './harness/installation';

const MESSAGES = 1_000;
const WORKERS = 2;

/** Lark's limit for an app. */
const PER_SECOND = 50;

const LONGEST_RUN_MS = 3 * 60_000;

/** A Webhook node that gets the messages, and the Lark node that sends them. */
function sender(path: string, larkApi: CredentialReference) {
	const node = (name: string, more: Partial<INode>) =>
		({ id: randomUUID(), name, position: [0, 0], ...more }) as INode;
	const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	return {
		name: 'Sender',
		nodes: [
			node('Webhook', {
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: path,
				parameters: { path, httpMethod: 'POST' },
			}),
			node('Split Out', {
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				parameters: { fieldToSplitOut: 'body.items' },
			}),
			node('Lark', { ...larkNode(), credentials: { larkApi } }),
		],
		connections: { Webhook: to('Split Out'), 'Split Out': to('Lark') },
	};
}

/** Two workers, which do not know of each other, send at the same time within one app's limits. */
export async function sending(installation: Installation, client: N8nClient): Promise<Section> {
	const workers = await installation.replaceWorkers(1);
	const sandbox = await startSandboxProcess({ rateLimits: true });
	try {
		const larkApi = await saveCredential(client, sandbox);
		const path = randomUUID();
		const workflow = await client.createWorkflow(sender(path, larkApi));
		await client.publish(workflow);
		const items = inTurn(sandbox, MESSAGES);
		const started = Array.from({ length: WORKERS }, async (_, worker) => {
			const own = items.filter((_item, i) => i % WORKERS === worker);
			await fetch(`${installation.balancer.url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ items: own }),
			});
		});
		await Promise.all(started);
		const runs = await waitFor(
			'the end of both runs',
			async () => {
				const all = await client.executions(workflow.id);
				const ended = all.filter(({ status }) => status === 'success' || status === 'error');
				return ended.length === WORKERS ? ended : undefined;
			},
			LONGEST_RUN_MS,
			500,
		);
		const times = runs.map(async ({ id }) => {
			const { data: run } = await client.execution(id);
			return run.resultData.runData.Lark?.[0]?.executionTime ?? LONGEST_RUN_MS;
		});
		const least = MESSAGES / PER_SECOND;
		const seconds = Math.max(...(await Promise.all(times))) / 1_000;
		const used = workers.filter(({ log }) => runs.some(({ id }) => hasRun(log.lines(), id)));
		const { delivered, duplicates, outOfOrder, requests, refused } = await sandbox.report();
		return {
			name: 'The Lark node on two workers at the same time',
			measured: {
				[`${MESSAGES} messages, half by each`]: {
					seconds: rounded(seconds),
					timesMinimum: rounded(seconds / least),
					requests,
					refused,
					delivered,
					duplicates,
					outOfOrder,
				},
			},
			checks: [
				{ what: 'workers that sent', value: used.length, atLeast: WORKERS },
				{ what: 'delivered', value: delivered, atLeast: MESSAGES },
				{ what: 'twice', value: duplicates, atMost: 0 },
				{ what: 'out of order', value: outOfOrder, atMost: 0 },
				{ what: 'times the minimum', value: seconds / least, atMost: 1.25 },
			],
		};
	} finally {
		sandbox.stop();
	}
}

const hasRun = (lines: string[], id: string) =>
	lines.some((line) => line.includes(`started execution ${id} `));
