import type { IDataObject } from 'n8n-workflow';

import type { NodeRunner, MeasuredNode } from '../harness/node-runner';
import { rounded, type Check, type Section } from '../harness/report';
import { startSandboxProcess, type SandboxProcess } from '../harness/sandbox-process';
import { adjacent, httpRequestNode, inTurn, larkNode, type MessageItem } from '../harness/senders';
import type { BenchmarkRun } from './run';

const PER_SECOND = 50;

type Node = (sandbox: SandboxProcess) => MeasuredNode;

const OURS = 'Lark node';

const NODES: Record<string, Node> = {
	[OURS]: () => larkNode(),
	'HTTP Request, 50 a second': (sandbox) =>
		httpRequestNode(sandbox, { batching: { batch: { batchSize: 50, batchInterval: 1000 } } }),
	'HTTP Request, Retry On Fail': (sandbox) =>
		httpRequestNode(sandbox, {}, { retryOnFail: true, maxTries: 5, waitBetweenTries: 1000 }),
};

/** (b) Lark's limits enforced: time, failures, duplicates and order, against the least time and the HTTP Request node. */
export async function limits(run: BenchmarkRun): Promise<Section> {
	const { isQuick } = run;
	const count = isQuick ? 150 : 1_000;
	const least = count / PER_SECOND;
	const shapes: Record<string, (sandbox: SandboxProcess) => MessageItem[]> = {
		'200 chats in turn': (sandbox) => inTurn(sandbox, count),
		'10 chats, adjacent': (sandbox) => adjacent(sandbox, count, 10),
	};
	const measured: Section['measured'] = {};
	const checks: Check[] = [];
	const add = async (name: string, sandbox: SandboxProcess, ms: number, more: IDataObject = {}) => {
		const { delivered, duplicates, outOfOrder, refused, refusedLater } = await sandbox.report();
		measured[name] = {
			seconds: rounded(ms / 1_000),
			timesMinimum: rounded(ms / 1_000 / least),
			delivered,
			duplicates,
			outOfOrder,
			refused,
			refusedLater,
			...more,
		};
		return { delivered, duplicates, outOfOrder, refusedLater };
	};
	const ask = (name: string, ms: number, slack: number, found: Awaited<ReturnType<typeof add>>) => {
		checks.push(
			{ what: `${name}: delivered`, value: found.delivered, atLeast: count },
			{ what: `${name}: duplicates`, value: found.duplicates, atMost: 0 },
			{ what: `${name}: out of order`, value: found.outOfOrder, atMost: 0 },
			{ what: `${name}: times the minimum`, value: ms / 1_000 / least, atMost: slack },
		);
	};
	const [n8n] = await run.runners(1);
	for (const [shape, itemsFor] of Object.entries(shapes)) {
		for (const [name, node] of Object.entries(isQuick ? { [OURS]: NODES[OURS] } : NODES)) {
			const sandbox = await startSandboxProcess({ rateLimits: true });
			const credential = await n8n.credentialFor(sandbox);
			const { ms, status } = await n8n.run(node(sandbox), credential, itemsFor(sandbox));
			const found = await add(`${name}: ${shape}`, sandbox, ms, { status });
			sandbox.stop();
			if (name !== OURS) continue;
			ask(shape, ms, 1.1, found);
			const value = found.refusedLater;
			checks.push({ what: `${shape}: 429 after the first second`, value, atMost: 0 });
		}
	}
	if (!isQuick) {
		const sandbox = await startSandboxProcess({ rateLimits: true });
		const items = inTurn(sandbox, count);
		const share = async (one: NodeRunner, half: number) => {
			const own = items.filter((_, i) => i % 2 === half);
			return (await one.run(larkNode(), await one.credentialFor(sandbox), own)).ms;
		};
		const ms = Math.max(...(await Promise.all((await run.runners(2)).map(share))));
		ask('Two processes', ms, 1.25, await add(`${OURS}: two processes, one app`, sandbox, ms));
		sandbox.stop();
	}
	return {
		name: `(b) With Lark's limits, ${count} messages, at best ${least} s`,
		measured,
		checks,
	};
}
