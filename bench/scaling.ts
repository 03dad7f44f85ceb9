import { startBenchN8n } from './harness/n8n';
import { rounded, type Section } from './harness/report';
import { startSandboxProcess } from './harness/sandbox';
import { inTurn, larkNode } from './harness/senders';

/** (f) Whether time and memory per item grow with the number of items. */
export async function scaling(isQuick: boolean): Promise<Section> {
	const counts = isQuick ? [100, 500, 2_000] : [100, 1_000, 10_000];
	const measured: Section['measured'] = {};
	const perItem: number[] = [];
	for (const count of counts) {
		const n8n = await startBenchN8n();
		const sandbox = await startSandboxProcess();
		try {
			const credential = await n8n.credentialFor(sandbox);
			const node = larkNode({ pace: false });
			await n8n.run(node, credential, inTurn(sandbox, 300));
			const before = n8n.rss();
			const { ms, outputs } = await n8n.run(node, credential, inTurn(sandbox, count));
			perItem.push(ms / count);
			measured[`${count} items`] = {
				outputs,
				seconds: rounded(ms / 1_000),
				msPerItem: rounded(ms / count),
				rssGrowthMB: rounded(n8n.rss() - before),
			};
		} finally {
			sandbox.stop();
			await n8n.stop();
		}
	}
	const [, some, many] = perItem;
	return {
		name: '(f) Scaling',
		measured,
		checks: [
			{ what: `time per item, ${counts[2]} to ${counts[1]}`, value: many / some, atMost: 1.1 },
		],
	};
}
