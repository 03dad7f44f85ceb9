import { rounded, type Check, type Section } from './harness/report';
import { startSandboxProcess } from './harness/sandbox';
import { inTurn, larkNode } from './harness/senders';
import type { Stage } from './harness/stage';

/** (f) Whether time and memory per item grow with the number of items, each in an n8n of its own. */
export async function scaling(stage: Stage): Promise<Section> {
	const counts = stage.isQuick ? [200, 1_000] : [100, 1_000, 10_000];
	const measured: Section['measured'] = {};
	const perItem: Array<{ ms: number; memory: number }> = [];
	for (const count of counts) {
		const n8n = stage.isQuick ? (await stage.n8ns(1))[0] : await stage.startOwn();
		const sandbox = await startSandboxProcess();
		try {
			const credential = await n8n.credentialFor(sandbox);
			const node = larkNode({ pace: false });
			await n8n.run(node, credential, inTurn(sandbox, 300));
			const before = n8n.rss();
			const { ms, outputs } = await n8n.run(node, credential, inTurn(sandbox, count));
			const memory = n8n.rss() - before;
			perItem.push({ ms: ms / count, memory: memory / count });
			measured[`${count} items`] = {
				outputs,
				seconds: rounded(ms / 1_000),
				msPerItem: rounded(ms / count),
				rssGrowthMB: rounded(memory),
				rssGrowthKBPerItem: rounded((memory * 1024) / count),
			};
		} finally {
			sandbox.stop();
			if (!stage.isQuick) await n8n.stop();
		}
	}
	const [some, many] = perItem.slice(-2);
	const [fewer, more] = counts.slice(-2);
	const checks: Check[] = [
		{ what: `time per item, ${more} to ${fewer}`, value: many.ms / some.ms, atMost: 1.1 },
	];
	if (!stage.isQuick) {
		const value = many.memory / some.memory;
		checks.push({ what: `memory per item, ${more} to ${fewer}`, value, atMost: 1.1 });
	}
	return { name: '(f) Scaling', measured, checks };
}
