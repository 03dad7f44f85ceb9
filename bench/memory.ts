/**
 * How much memory n8n needs for a file of 30 MB that goes through the Lark node, with binary data on
 * disk: `npx tsx bench/memory.ts` after a build. The growth is that of a process with n8n's engine in
 * it, from rest to the peak; Lark is a sandbox in another process. Beside it, the same with a node
 * that reads the whole file, as is common. *In use* is what is held at one time. *Process* (RSS) has
 * the pieces that are done with, too, until V8 collects them.
 */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import type { Growth, Task } from './memory/task';

const RUNS = Number(process.env.RUNS ?? 3);

interface Address {
	baseUrl: string;
	appId: string;
	appSecret: string;
}

async function startSandbox(): Promise<{ process: ChildProcess; address: Address }> {
	const script = path.join(__dirname, '../sandbox/main.ts');
	const child = spawn(process.execPath, ['--import', 'tsx', script], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const told: Record<string, string> = {};
	for await (const line of createInterface({ input: child.stdout })) {
		const [name, value] = line.split(/ {2,}/);
		told[name] = value ?? line.split(' ').at(-1) ?? '';
		if (told['App Secret']) break;
	}
	return {
		process: child,
		address: {
			baseUrl: told['Lark sandbox'],
			appId: told['App ID'],
			appSecret: told['App Secret'],
		},
	};
}

/** Measures one task in a fresh process. */
async function measure(task: Task, address: Address): Promise<Growth> {
	const child = fork(path.join(__dirname, 'memory/task.ts'), [JSON.stringify({ task, address })], {
		execArgv: ['--import', 'tsx', '--expose-gc'],
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	const [growth] = (await once(child, 'message')) as [Growth];
	return growth;
}

/** What the run in the middle took. */
async function typical(task: Task, address: Address, kind: keyof Growth): Promise<number> {
	const growths: number[] = [];
	for (let run = 0; run < RUNS; run++) growths.push((await measure(task, address))[kind]);
	return growths.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

const mb = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`.padStart(9);

async function main(): Promise<void> {
	const { process: sandbox, address } = await startSandbox();
	try {
		console.log('30 MB, growth over rest         In use   Process');
		const tasks: Array<[string, Omit<Task, 'collected'>]> = [
			['Upload, Lark node', { direction: 'upload', node: 'lark' }],
			['Upload, whole file', { direction: 'upload', node: 'buffering' }],
			['Download, Lark node', { direction: 'download', node: 'lark' }],
			['Download, whole file', { direction: 'download', node: 'buffering' }],
		];
		for (const [name, task] of tasks) {
			const inUse = await typical({ ...task, collected: true }, address, 'external');
			const rss = await typical({ ...task, collected: false }, address, 'rss');
			console.log(`${name.padEnd(28)}${mb(inUse)} ${mb(rss)}`);
		}
	} finally {
		sandbox.kill();
	}
}

void main();
