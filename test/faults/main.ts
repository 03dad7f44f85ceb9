/** npm run test:faults: a real n8n sends while Lark misbehaves; prints what came of it, and fails if anything was lost. */
import { startNodeRunner, type NodeRunner } from '../../harness/node-runner';
import { isMet, print, rounded, type Section } from '../../harness/report';
import { startSandboxProcess } from '../../harness/sandbox-process';
import { inTurn, larkNode } from '../../harness/senders';

const MESSAGES = 1_000;

const PLAN = {
	lost: 0.1,
	failed: 0.05,
	dropped: 0.05,
	revokeAt: 300,
	stormAt: 600,
	stormMs: 3_000,
};

/** Answers are lost, requests fail, the token dies, the limits refuse everything: all arrive once. */
async function misbehaving(n8n: NodeRunner): Promise<Section> {
	const sandbox = await startSandboxProcess({ rateLimits: true });
	try {
		await sandbox.addFaults(PLAN);
		const items = inTurn(sandbox, MESSAGES);
		const run = await n8n.run(larkNode(), await n8n.credentialFor(sandbox), items);
		const { delivered, duplicates, outOfOrder, requests, refused, tokens } = await sandbox.report();
		if (run.error) console.log(run.error.message, run.error.description);
		console.log(run.hints.join('\n'));
		return {
			name: 'Lark loses answers, fails, breaks off, drops the token and refuses',
			measured: {
				[`${MESSAGES} messages`]: {
					seconds: rounded(run.ms / 1_000),
					status: run.status,
					requests,
					refused,
					tokens,
					delivered,
					duplicates,
					outOfOrder,
				},
			},
			checks: [
				{ what: 'the run succeeds', value: Number(run.status === 'success'), atLeast: 1 },
				{ what: 'output items', value: run.outputs, atLeast: MESSAGES },
				{ what: 'delivered', value: delivered, atLeast: MESSAGES },
				{ what: 'twice', value: duplicates, atMost: 0 },
				{ what: 'out of order', value: outOfOrder, atMost: 0 },
				{ what: 'requests for a token', value: tokens, atMost: 2 },
			],
		};
	} finally {
		sandbox.stop();
	}
}

const DOWN_AFTER_MS = 2_500;
const RETRY_SECONDS = 6;

/** Lark goes away in the middle: the run fails in time, and says what went out. */
async function down(n8n: NodeRunner): Promise<Section> {
	const sandbox = await startSandboxProcess({ rateLimits: true });
	try {
		const items = inTurn(sandbox, 400);
		const credential = await n8n.credentialFor(sandbox);
		const node = larkNode({ maxRetries: 20, maxRetryTime: RETRY_SECONDS });
		const running = n8n.run(node, credential, items);
		while ((await sandbox.report()).delivered === 0) await new Promise((go) => setTimeout(go, 20));
		await new Promise((go) => setTimeout(go, DOWN_AFTER_MS));
		await sandbox.goDown();
		const { ms, status, error } = await running;
		const { texts } = await sandbox.report();
		const { done = [] } = (error?.context?.items ?? {}) as { done?: number[] };
		console.log(`${error?.message}\n${error?.description}`);
		const arrived = new Set(texts);
		return {
			name: 'Lark goes down',
			measured: {
				'400 messages': {
					seconds: rounded(ms / 1_000),
					status,
					delivered: arrived.size,
					listed: done.length,
				},
			},
			checks: [
				{ what: 'the run fails', value: Number(status === 'error'), atLeast: 1 },
				{ what: 'seconds', value: ms / 1_000, atMost: DOWN_AFTER_MS / 1_000 + RETRY_SECONDS + 4 },
				{
					what: 'says that Lark cannot be reached',
					value: Number(/cannot be reached/.test(error?.message ?? '')),
					atLeast: 1,
				},
				{ what: 'listed as sent', value: done.length, atLeast: 50 },
				{
					what: 'listed but not sent',
					value: done.filter((item) => !arrived.has(item)).length,
					atMost: 0,
				},
				{ what: 'sent but not listed', value: arrived.size - done.length, atMost: 2 },
			],
		};
	} finally {
		sandbox.stop();
	}
}

async function main(): Promise<void> {
	const n8n = await startNodeRunner();
	try {
		for (const test of [misbehaving, down]) {
			const section = await test(n8n);
			print(section);
			if (!section.checks.every(isMet)) process.exitCode = 1;
		}
	} finally {
		await n8n.stop();
	}
}

void main();
