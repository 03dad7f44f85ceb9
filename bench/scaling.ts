import { rounded, type Check, type Section } from '../harness/report';
import { startSandboxProcess, type SandboxProcess } from '../harness/sandbox-process';
import { httpRequestNode, inTurn, larkNode } from '../harness/senders';
import type { MeasuredNode } from '../harness/node-runner';
import type { BenchmarkRun } from './run';

const OURS = 'Lark node';

const NODES: Record<string, (sandbox: SandboxProcess) => MeasuredNode> = {
	[OURS]: () => larkNode({ pace: false }),
	'HTTP Request node': (sandbox) => httpRequestNode(sandbox),
};

interface PerItem {
	ms: number;
	memoryKB: number;
}

/**
 * (f) Whether time and memory per item grow with the number of items. Each measurement has an n8n of
 * its own; in a quick run they share one, and its memory is not measured.
 */
export async function scaling(run: BenchmarkRun): Promise<Section> {
	const counts = run.isQuick ? [200, 600] : [100, 1_000, 10_000];
	const measured: Section['measured'] = {};
	const perItem = async (name: string, count: number): Promise<PerItem> => {
		const n8n = run.isQuick ? (await run.runners(1))[0] : await run.startOwn();
		const sandbox = await startSandboxProcess();
		try {
			const credential = await n8n.credentialFor(sandbox);
			const node = NODES[name](sandbox);
			await n8n.run(node, credential, inTurn(sandbox, run.isQuick ? 100 : 300));
			const before = n8n.rss();
			const { ms, outputs } = await n8n.run(node, credential, inTurn(sandbox, count));
			const memoryKB = ((n8n.rss() - before) * 1024) / count;
			measured[`${name}, ${count} items`] = {
				outputs,
				seconds: rounded(ms / 1_000),
				msPerItem: rounded(ms / count),
				...(!run.isQuick && { memoryKBPerItem: rounded(memoryKB) }),
			};
			return { ms: ms / count, memoryKB };
		} finally {
			sandbox.stop();
			if (!run.isQuick) await n8n.stop();
		}
	};
	const found: PerItem[] = [];
	for (const count of counts) found.push(await perItem(OURS, count));
	if (!run.isQuick) for (const count of counts) await perItem('HTTP Request node', count);

	const [some, many] = found.slice(-2);
	const growth = `${counts.at(-1)} to ${counts.at(-2)} items`;
	const checks: Check[] = [
		{ what: `time per item, ${growth}`, value: many.ms / some.ms, atMost: 1.1 },
	];
	if (!run.isQuick) {
		const value = many.memoryKB / some.memoryKB;
		checks.push({ what: `memory per item, ${growth}`, value, atMost: 1.1 });
	}
	return { name: '(f) Scaling', measured, checks };
}
