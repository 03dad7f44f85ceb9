import { rounded, type Section } from '../harness/report';
import { startSandboxProcess, type SandboxProcess } from '../harness/sandbox-process';
import { httpRequestNode, inTurn, larkNode, sendBare, type MessageItem } from '../harness/senders';
import type { BenchmarkRun } from './run';

const AT_ONCE = 64;

/** One by one is slow: so many messages are enough to know how slow. */
const SEQUENTIAL = 10;

type Sender = (sandbox: SandboxProcess, items: MessageItem[]) => Promise<number>;

/** (a) Messages to 200 chats without limits, against the HTTP Request node, a bare loop, and one by one. */
export async function throughput(run: BenchmarkRun): Promise<Section> {
	const { isQuick } = run;
	const count = isQuick ? 200 : 1_000;
	const [n8n] = await run.runners(1);
	const measured: Section['measured'] = {};
	const perSecond = async (name: string, latencyMs: number, messages: number, sender: Sender) => {
		const sandbox = await startSandboxProcess({ latencyMs });
		try {
			const ms = await sender(sandbox, inTurn(sandbox, messages));
			const { delivered, duplicates } = await sandbox.report();
			const rate = (messages / ms) * 1_000;
			measured[`${name}, round trip ${latencyMs} ms`] = {
				messages,
				seconds: rounded(ms / 1_000),
				perSecond: rounded(rate),
				delivered,
				duplicates,
			};
			return rate;
		} finally {
			sandbox.stop();
		}
	};
	const lark: Sender = async (sandbox, items) =>
		(await n8n.run(larkNode({ pace: false }), await n8n.credentialFor(sandbox), items)).ms;
	const http: Sender = async (sandbox, items) =>
		(await n8n.run(httpRequestNode(sandbox), await n8n.credentialFor(sandbox), items)).ms;
	const bare: Sender = async (sandbox, items) => await sendBare(sandbox, items, AT_ONCE);
	const oneByOne: Sender = async (sandbox, items) => await sendBare(sandbox, items, 1);
	await perSecond('Warm-up', 0, 50, lark);
	await perSecond('Warm-up', 0, 50, http);
	delete measured['Warm-up, round trip 0 ms'];
	const lark0 = await perSecond('Lark node', 0, count, lark);
	const http0 = await perSecond('HTTP Request node', 0, count, http);
	const lark100 = await perSecond('Lark node', 100, count, lark);
	const sequential = await perSecond('One by one', 100, SEQUENTIAL, oneByOne);
	if (!isQuick) {
		await perSecond('HTTP Request node', 100, count, http);
		await perSecond('Bare loop', 0, count, bare);
		await perSecond('Bare loop', 100, count, bare);
	}
	return {
		name: '(a) Throughput without limits',
		measured,
		checks: [
			{ what: 'times as fast as one by one', value: lark100 / sequential, atLeast: 8 },
			{ what: 'overhead per item, times the HTTP Request node', value: http0 / lark0, atMost: 1 },
		],
	};
}
