import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { ensureRuntime } from '../harness/runtime';
import { median, rounded, type Check, type Section } from '../harness/report';
import { startSandboxProcess, type SandboxProcess } from '../harness/sandbox-process';
import type { BenchmarkRun } from './run';
import type { Given, Growth, Task } from './memory/task';

const MB = 1024 * 1024;

const OURS = 'Lark node';

const NODES: Record<string, Task['node']> = {
	[OURS]: 'lark',
	'Bare streams': 'bare',
	'Whole file': 'buffering',
};

const DIRECTIONS = ['upload', 'download'] as const;

/** Puts a file into Lark, from here. */
async function keep({ url, appId, appSecret }: SandboxProcess, size: number): Promise<string> {
	const ask = async (api: string, request: RequestInit) =>
		(await (await fetch(`${url}/open-apis/${api}`, { method: 'POST', ...request })).json()) as {
			tenant_access_token: string;
			data: { file_key: string };
		};
	const { tenant_access_token: token } = await ask('auth/v3/tenant_access_token/internal', {
		headers: { 'Content-Type': 'application/json; charset=utf-8' },
		body: JSON.stringify({ app_id: appId, app_secret: appSecret }),
	});
	const body = new FormData();
	body.append('file_type', 'stream');
	body.append('file_name', 'large.bin');
	body.append('file', new Blob([Buffer.alloc(size, 'x')]), 'large.bin');
	const headers = { Authorization: `Bearer ${token}` };
	return (await ask('im/v1/files', { headers, body })).data.file_key;
}

/**
 * (c) How much memory n8n needs for a file of 30 MB that goes through the Lark node, with binary data
 * on disk. The growth is that of a process with n8n's engine in it, on n8n's Node, from rest to the
 * peak; Lark is a sandbox in another process. Beside it, the same with nothing but Node's own streams,
 * and with a node that reads the whole file, as is common. *In use* is what is held at one time.
 * *Process* (RSS) has the pieces that are done with, too, which V8 collects only when there are some
 * 32 MB of them: the same for everything that streams. Each is the median of some runs.
 */
export async function memory({ isQuick }: BenchmarkRun): Promise<Section> {
	const runs = isQuick ? 1 : 3;
	const { node } = await ensureRuntime();
	const sandbox = await startSandboxProcess();
	const { url: baseUrl, appId, appSecret } = sandbox;
	const fileKeys = { small: await keep(sandbox, MB), large: await keep(sandbox, 30 * MB) };
	const growthOf = async (task: Task): Promise<Growth> => {
		const given: Given = { task, fileKeys, address: { baseUrl, appId, appSecret } };
		const child = fork(path.join(__dirname, 'memory/task.ts'), [JSON.stringify(given)], {
			execPath: node,
			execArgv: ['--import', 'tsx', '--expose-gc'],
			stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		});
		return ((await once(child, 'message')) as [Growth])[0];
	};
	const typical = async (task: Task, kind: keyof Growth): Promise<number> => {
		const found: number[] = [];
		for (let run = 0; run < runs; run++) found.push((await growthOf(task))[kind] / MB);
		return median(found);
	};
	const measured: Section['measured'] = {};
	const growth = new Map<string, number>();
	const measure = async (name: string, node: Task['node'], direction: Task['direction']) => {
		const inUse = await typical({ direction, node, collected: true }, 'held');
		growth.set(`${node} ${direction} in use`, inUse);
		measured[`${name}, ${direction}`] = { inUseMB: rounded(inUse) };
		if (isQuick) return;
		const process = await typical({ direction, node, collected: false }, 'rss');
		growth.set(`${node} ${direction} process`, process);
		measured[`${name}, ${direction}`].processMB = rounded(process);
	};
	const value = (key: string) => growth.get(key) ?? NaN;
	const checks: Check[] = [];
	try {
		for (const [name, node] of Object.entries(isQuick ? { [OURS]: NODES[OURS] } : NODES)) {
			await Promise.all(DIRECTIONS.map(async (direction) => await measure(name, node, direction)));
		}
		for (const direction of DIRECTIONS) {
			const inUse = value(`lark ${direction} in use`);
			checks.push({ what: `${direction}: MB in use`, value: inUse, atMost: 12 });
			if (isQuick) continue;
			const ratio = value(`lark ${direction} process`) / value(`bare ${direction} process`);
			checks.push({ what: `${direction}: process, times bare streams`, value: ratio, atMost: 1.2 });
		}
	} finally {
		sandbox.stop();
	}
	return { name: '(c) Memory for a file of 30 MB', measured, checks };
}
