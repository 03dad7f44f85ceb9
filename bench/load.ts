import { execFile } from 'node:child_process';
import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { installPackage, scratchFolder } from '../harness/n8n-server/user-folder';
import { packageFile } from '../harness/package-file';
import { ensureRuntime } from '../harness/runtime';
import { n8n } from '../package.json';
import { median, rounded, type Section } from '../harness/report';
import type { BenchmarkRun } from './run';

const runFile = promisify(execFile);
const RUNS = 7;

/** Loads modules into a fresh n8n-like process and says what that took. */
const PROBE = `
const { createRequire } = require('node:module');
const [runtime, ...files] = process.argv.slice(1);
for (const shared of ['n8n-workflow', 'n8n-core']) createRequire(runtime)(shared);
globalThis.gc();
const before = process.memoryUsage();
const start = performance.now();
for (const file of files) for (const Type of Object.values(require(file))) if (typeof Type === 'function') new Type();
const ms = performance.now() - start;
globalThis.gc();
const after = process.memoryUsage();
const MB = 1024 * 1024;
console.log(JSON.stringify({ ms, heap: (after.heapUsed - before.heapUsed) / MB, rss: (after.rss - before.rss) / MB }));
`;

interface Load {
	ms: number;
	heap: number;
	rss: number;
}

/** (e) How long the package takes to load, and its memory before anything is done with it, against n8n's Slack node. n8n's own modules are there already. */
export async function load({ isQuick }: BenchmarkRun): Promise<Section> {
	const { node, dir } = await ensureRuntime();
	const folder = await scratchFolder();
	await installPackage(folder, packageFile());
	const modules = path.join(folder, '.n8n', 'nodes', 'node_modules');
	// n8n gives packages its own n8n-workflow.
	await symlink(path.join(dir, 'node_modules', 'n8n-workflow'), path.join(modules, 'n8n-workflow'));
	const own = path.join(modules, 'n8n-nodes-lark-im');
	const slack = path.join(dir, 'node_modules', 'n8n-nodes-base', 'dist');
	const packages: Record<string, string[]> = {
		'This package': [...n8n.nodes, ...n8n.credentials].map((file) => path.join(own, file)),
		"n8n's Slack nodes": [
			path.join(slack, 'nodes/Slack/Slack.node.js'),
			path.join(slack, 'nodes/Slack/SlackTrigger.node.js'),
			path.join(slack, 'credentials/SlackApi.credentials.js'),
		],
	};
	const measured: Section['measured'] = {};
	for (const [name, files] of Object.entries(packages)) {
		const runs: Load[] = [];
		for (let run = 0; run < (isQuick ? 3 : RUNS); run++) {
			const args = ['--expose-gc', '-e', PROBE, path.join(dir, 'package.json'), ...files];
			runs.push(JSON.parse((await runFile(node, args)).stdout) as Load);
		}
		const middle = (key: keyof Load) => rounded(median(runs.map((run) => run[key])));
		measured[name] = { ms: middle('ms'), heapMB: middle('heap'), rssMB: middle('rss') };
	}
	await rm(folder, { recursive: true });
	const { ms, heapMB, rssMB } = measured['This package'] as Record<string, number>;
	return {
		name: '(e) Loading the package',
		measured,
		checks: [
			{ what: 'milliseconds', value: ms, atMost: 20 },
			{ what: 'MB of heap', value: heapMB, atMost: 4 },
			{ what: 'MB of the process', value: rssMB, atMost: 4 },
		],
	};
}
