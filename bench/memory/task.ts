import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { itemWithFile } from '../../harness/engine/binary';
import { runNode, type NodeResult } from '../../harness/engine/engine';
import { closeEnvironment, openEnvironment } from '../../harness/engine/environment';
import { BareNode } from './bare-node';
import { BufferingNode } from './buffering-node';

/** What is measured: which way a file goes, and through which node. */
export interface Task {
	direction: 'upload' | 'download';
	node: keyof typeof TYPES;
	/** Whether garbage is collected before each look: then only what is in use counts. */
	collected: boolean;
}

/** The most that was used during a run, less what was used at rest, in bytes. */
export interface Growth {
	/** On V8's heap and outside of it. */
	held: number;
	/** Of the process. */
	rss: number;
}

/** What the process is told. */
export interface Given {
	task: Task;
	/** Of a file in Lark, for a download. */
	fileKeys: { small: string; large: string };
	address: { baseUrl: string; appId: string; appSecret: string };
}

const MB = 1024 * 1024;

const FILE = { fileName: 'large.bin', mimeType: 'application/octet-stream' };

const TYPES = {
	lark: 'n8n-nodes-lark-im.lark',
	bare: 'bench.bare',
	buffering: 'bench.buffering',
};

const { task, fileKeys, address } = JSON.parse(process.argv[2]) as Given;

async function run(
	node: Task['node'],
	parameters: INodeParameters,
	item: INodeExecutionData = { json: {} },
): Promise<NodeResult> {
	const result = await runNode({
		type: TYPES[node],
		parameters: { resource: 'file', ...parameters },
		nodeTypes: { [TYPES.bare]: new BareNode(), [TYPES.buffering]: new BufferingNode() },
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

/** Lets go of what is not needed any more: the second time ends what the first has begun. */
function collect(): void {
	globalThis.gc?.();
	globalThis.gc?.();
}

/** Waits until all of that is given back. */
async function rest(): Promise<void> {
	for (let round = 0; round < 5; round++) {
		collect();
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** Runs something and watches the memory of this process meanwhile. */
async function watched(act: () => Promise<unknown>): Promise<Growth> {
	await rest();
	const growth: Growth = { held: 0, rss: 0 };
	const now = (): Growth => {
		const { heapUsed, external, rss } = process.memoryUsage();
		return { held: heapUsed + external, rss };
	};
	const before = now();
	const look = () => {
		if (task.collected) collect();
		const { held, rss } = now();
		growth.held = Math.max(growth.held, held - before.held);
		growth.rss = Math.max(growth.rss, rss - before.rss);
	};
	let timer: NodeJS.Timeout | undefined;
	const watch = () => {
		look();
		timer = setTimeout(watch, task.collected ? 25 : 2);
	};
	watch();
	await act();
	clearTimeout(timer);
	look();
	return growth;
}

/** Warms up with a small file, and measures a large one. */
async function measure(): Promise<Growth> {
	const { direction, node } = task;
	if (direction === 'download') {
		await download(node, fileKeys.small);
		return await watched(async () => await download(node, fileKeys.large));
	}
	await upload(node, await fileOf(MB));
	const large = await fileOf(30 * MB);
	return await watched(async () => await upload(node, large));
}

async function main(): Promise<void> {
	await openEnvironment();
	const growth = await measure();
	await closeEnvironment();
	process.send?.(growth, () => process.exit());
}

void main();
