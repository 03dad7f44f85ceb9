import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import { buildPush, post, type Push } from '../sandbox/delivery/push';
import type { NodeRunner } from '../harness/node-runner';
import { rounded, type Section } from '../harness/report';
import type { BenchmarkRun } from './run';

const AT_ONCE = 10;

const SECRETS = { encryptKey: 'benchEncryptKey', verificationToken: 'benchVerificationToken' };

type Trigger = Pick<INode, 'type' | 'typeVersion' | 'parameters'>;

const TRIGGERS: Record<string, Trigger> = {
	'Lark Trigger': { type: 'n8n-nodes-lark-im.larkTrigger', typeVersion: 1, parameters: {} },
	'Do-nothing trigger': { type: 'CUSTOM.doNothingTrigger', typeVersion: 1, parameters: {} },
	'Webhook node': {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path: randomUUID() },
	},
};

/** An encrypted and signed push of a message that nobody has seen before. */
function newPush(requestUrl: string): Push {
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

/** @returns how long each acknowledgement took in ms, and how many came in a second */
async function load(url: string, count: number): Promise<{ times: number[]; perSecond: number }> {
	const times: number[] = [];
	let left = count;
	const signal = new AbortController().signal;
	const start = performance.now();
	const sendRest = async () => {
		while (left-- > 0) {
			const push = newPush(url);
			const sentAt = performance.now();
			const { status } = await post(url, push, { deadlineMs: 60_000, signal });
			if (status !== 200) throw new Error(`The trigger answered with HTTP ${status}`);
			times.push(performance.now() - sentAt);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, sendRest));
	return { times, perSecond: (count / (performance.now() - start)) * 1_000 };
}

const quantile = (times: number[], share: number): number =>
	[...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1];

async function publish(n8n: NodeRunner, trigger: Trigger): Promise<string> {
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

/** (d) How fast events are acknowledged, against a trigger that does nothing and n8n's Webhook node. Rounds take turns. */
export async function acknowledgement(run: BenchmarkRun): Promise<Section> {
	const { isQuick } = run;
	const rounds = isQuick ? 2 : 5;
	const each = isQuick ? 40 : 200;
	const [n8n] = await run.runners(1);
	const found = new Map<string, { url: string; times: number[]; rates: number[] }>();
	for (const [name, trigger] of Object.entries(TRIGGERS)) {
		const url = await publish(n8n, trigger);
		await load(url, 10);
		found.set(name, { url, times: [], rates: [] });
	}
	for (let round = 0; round < rounds; round++) {
		for (const { url, times, rates } of found.values()) {
			const done = await load(url, each);
			times.push(...done.times);
			rates.push(done.perSecond);
		}
	}
	const measured: Section['measured'] = {};
	const results = [...found].map(([name, { times, rates }]) => {
		const p50 = quantile(times, 0.5);
		const p99 = quantile(times, 0.99);
		const perSecond = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
		measured[name] = {
			events: times.length,
			p50: rounded(p50),
			p99: rounded(p99),
			perSecond: rounded(perSecond),
		};
		// In a quick run, the 99th percentile would be a single event.
		return { late: isQuick ? p50 : p99, perSecond };
	});
	const [lark, nothing] = results;
	return {
		name: `(d) Acknowledging events, ${AT_ONCE} at a time`,
		measured,
		checks: [
			{
				what: `${isQuick ? 'p50' : 'p99'}, times the do-nothing trigger`,
				value: lark.late / nothing.late,
				atMost: 1.2,
			},
			{
				what: 'events per second, times the do-nothing trigger',
				value: lark.perSecond / nothing.perSecond,
				atLeast: 0.9,
			},
		],
	};
}
