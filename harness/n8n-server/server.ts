import { closeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { ensureRuntime } from '../runtime';
import { Log } from './log';
import { freePort } from './ports';
import { startTree, type ProcessTree } from './process-tree';
import { installPackage, scratchFolder } from './user-folder';

export interface N8nOptions {
	/** Packed community packages (.tgz) to install. */
	packages: string[];
	/** Kept on stop when given; otherwise a scratch folder is made, and removed on stop. */
	userFolder?: string;
	/** Taken if free; any free port otherwise. */
	port?: number;
	/** What the process does, and options of that command; all of it if not given. Others need queue mode. */
	command?: ['start' | 'webhook' | 'worker', ...string[]];
	/** Further environment variables of n8n, stronger than the harness's own. */
	env?: Record<string, string>;
}

export interface N8n {
	/** Without a slash at the end. */
	readonly url: string;
	readonly userFolder: string;
	readonly log: Log;
	readonly pid: number;
	/** Ends n8n with all its processes, and removes its scratch folder. */
	stop(): Promise<void>;
	/** Ends n8n and starts it again at the same address with the same data. */
	restart(): Promise<void>;
}

const START_TIMEOUT_MS = 120_000;

/** Settings of another n8n, of npm and of the test runner, which would change this n8n's behaviour. */
const FOREIGN_SETTINGS = /^(N8N|DB|EXECUTIONS|QUEUE|WEBHOOK|npm|NODE_OPTIONS|JEST|NO_PROXY)(_|$)/i;

/**
 * Starts a real n8n server on 127.0.0.1 and waits until it answers.
 *
 * @throws with the end of n8n's log when it does not come up
 */
export async function startN8n(options: N8nOptions): Promise<N8n> {
	const runtime = await ensureRuntime();
	const userFolder = options.userFolder ?? (await scratchFolder());
	for (const tgz of options.packages) await installPackage(userFolder, tgz);
	const port = await freePort(options.port);
	const url = `http://127.0.0.1:${port}`;
	const log = new Log(path.join(userFolder, 'n8n.log'));
	await rm(log.file, { force: true });
	const env = { ...environment(userFolder, port, await freePort()), ...options.env };

	const launch = async (): Promise<ProcessTree> => {
		const output = log.open();
		const args = [runtime.n8nBin, ...(options.command ?? ['start'])];
		const tree = await startTree(runtime.node, args, { cwd: userFolder, env, output });
		closeSync(output);
		await ready(url, tree, log);
		return tree;
	};

	const removeScratch = async () => {
		if (!options.userFolder) await rm(userFolder, { recursive: true, force: true });
	};
	let tree: ProcessTree;
	try {
		tree = await launch();
	} catch (error) {
		await removeScratch();
		throw error;
	}
	return {
		url,
		userFolder,
		log,
		get pid() {
			return tree.pid;
		},
		async stop() {
			await tree.stop();
			await removeScratch();
		},
		async restart() {
			await tree.stop();
			tree = await launch();
		},
	};
}

function environment(userFolder: string, port: number, brokerPort: number): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN_SETTINGS.test(name));
	return {
		...Object.fromEntries(inherited),
		NODE_ENV: 'production',
		NO_PROXY: [process.env.NO_PROXY, '127.0.0.1', 'localhost'].filter(Boolean).join(','),
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		// A worker serves the health check only, and only with this setting.
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_SECURE_COOKIE: 'false',
		// Where workflows may read and write files.
		N8N_RESTRICT_FILE_ACCESS_TO: path.join(userFolder, 'files'),
		// The rest turns off requests to n8n's own services: everything here works offline.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
	};
}

async function ready(url: string, tree: ProcessTree, log: Log): Promise<void> {
	const deadline = Date.now() + START_TIMEOUT_MS;
	let ended: number | string | undefined;
	void tree.ended.then((how) => (ended = how));
	while (ended === undefined && Date.now() < deadline) {
		if (await answers(`${url}/healthz/readiness`)) return;
		await sleep(100);
	}
	await tree.stop();
	const why = ended === undefined ? 'did not answer in time' : `ended with ${ended}`;
	throw new Error(`n8n ${why}. The end of its log:\n${log.tail()}`);
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url)).ok;
	} catch {
		return false;
	}
}
