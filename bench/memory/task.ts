import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { itemWithFile } from '../../test/engine/harness/binary';
import { runNode, type NodeResult } from '../../test/engine/harness/engine';
import { closeEnvironment, openEnvironment } from '../../test/engine/harness/environment';
import { BufferingNode } from './buffering-node';

/** What is measured: which way a file goes, and through which node. */
export interface Task {
	direction: 'upload' | 'download';
	node: 'lark' | 'buffering';
	/** Whether garbage is collected before each look: then only what is in use counts. */
	collected: boolean;
}

/** The most that was used during a run, less what was used at rest, in bytes. */
export type Growth = Record<'rss' | 'external' | 'arrayBuffers', number>;

interface Given {
	task: Task;
	address: { baseUrl: string; appId: string; appSecret: string };
}

const MB = 1024 * 1024;

const FILE = { fileName: 'large.bin', mimeType: 'application/octet-stream' };

const BUFFERING = 'bench.buffering';

const { task, address } = JSON.parse(process.argv[2]) as Given;

async function run(
	node: Task['node'],
	parameters: INodeParameters,
	item: INodeExecutionData = { json: {} },
): Promise<NodeResult> {
	const result = await runNode({
		type: node === 'lark' ? 'n8n-nodes-lark-im.lark' : BUFFERING,
		parameters: { resource: 'file', ...parameters },
		nodeTypes: { [BUFFERING]: new BufferingNode() },
		credentials: { larkApi: { region: 'custom', ...address } },
		items: [item],
	});
	if (result.error) throw result.error;
	return result;
}

const fileOf = async (size: number) => await itemWithFile(Buffer.alloc(size, 'x'), FILE);

const upload = async (node: Task['node'], file: INodeExecutionData) =>
	String((await run(node, { operation: 'uploadFile' }, file)).items[0].json.file_key);

const download = async (node: Task['node'], fileKey: string) =>
	await run(node, { operation: 'downloadFile', fileKey });

/** Lets go of what is not needed any more. */
async function rest(): Promise<void> {
	for (let round = 0; round < 5; round++) {
		globalThis.gc?.();
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** Runs something and watches the memory of this process meanwhile. */
async function watched(act: () => Promise<unknown>): Promise<Growth> {
	await rest();
	const before = process.memoryUsage();
	const growth: Growth = { rss: 0, external: 0, arrayBuffers: 0 };
	const look = () => {
		if (task.collected) globalThis.gc?.();
		const now = process.memoryUsage();
		for (const kind of ['rss', 'external', 'arrayBuffers'] as const) {
			growth[kind] = Math.max(growth[kind], now[kind] - before[kind]);
		}
	};
	const watch = setInterval(look, task.collected ? 25 : 2);
	await act();
	clearInterval(watch);
	look();
	return growth;
}

/** Prepares the file, warms up with a small one, and measures the large one. */
async function measure(): Promise<Growth> {
	const { direction, node } = task;
	const [small, large] = [await fileOf(MB), await fileOf(30 * MB)];
	if (direction === 'upload') {
		await upload(node, small);
		return await watched(async () => await upload(node, large));
	}
	const [smallKey, largeKey] = [await upload('lark', small), await upload('lark', large)];
	await download(node, smallKey);
	return await watched(async () => await download(node, largeKey));
}

async function main(): Promise<void> {
	await openEnvironment();
	const growth = await measure();
	await closeEnvironment();
	process.send?.(growth, () => process.exit());
}

void main();
