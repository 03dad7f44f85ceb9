import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IDataObject, INode, INodeParameters, ITaskData } from 'n8n-workflow';

import { N8nClient, startN8n, waitFor, type CredentialReference } from './n8n-server';
import { packageFile } from './package-file';
import { TEST_OWNER } from './test-owner';
import type { SandboxProcess } from './sandbox-process';

const START = 'Start';
const UNDER_TEST = 'Under Test';
const LONGEST_RUN_MS = 20 * 60_000;

/** A node to measure: its type and how it is set up. */
export type MeasuredNode = Pick<INode, 'type' | 'parameters' | 'typeVersion'> &
	Partial<Pick<INode, 'retryOnFail' | 'maxTries' | 'waitBetweenTries' | 'onError'>>;

/** How a node ran. */
export interface NodeRun {
	/** Of the node alone, as n8n measured it; all its tries. */
	ms: number;
	status: string;
	outputs: number;
	error?: { message: string; description?: string; context?: IDataObject };
	hints: string[];
}

/** A real n8n with the packed package, which runs one node at a time and measures it. */
export interface NodeRunner {
	client: N8nClient;
	/** Its memory, in MB. */
	rss(): number;
	/** CPU time that it has used so far, in ms. */
	cpuMs(): number;
	/** Saves a credential for a sandbox. */
	credentialFor(sandbox: SandboxProcess): Promise<CredentialReference>;
	/** Runs a node once, with these items. */
	run(node: MeasuredNode, larkApi: CredentialReference, items: IDataObject[]): Promise<NodeRun>;
	stop(): Promise<void>;
}

/**
 * Starts an n8n for the caller alone.
 *
 * @param env further environment variables
 */
export async function startNodeRunner(env: Record<string, string> = {}): Promise<NodeRunner> {
	const server = await startN8n({
		packages: [packageFile()],
		env: { N8N_PAYLOAD_SIZE_MAX: '64', ...env },
	});
	const client = new N8nClient(server.url);
	await client.setupOwner(TEST_OWNER);
	return {
		client,
		rss: () => rssOf(server.pid),
		cpuMs: () => cpuMsOf(server.pid),
		credentialFor: async (sandbox) => await saveCredential(client, sandbox),
		async run(node, larkApi, items) {
			const { id } = await client.createWorkflow(workflowOf(node, larkApi, items));
			const execution = await client.startWorkflow(id, START);
			const { data, status } = await waitFor(
				'the end of the run',
				async () => {
					const found = await client.execution(execution);
					return ['running', 'new'].includes(found.status) ? undefined : found;
				},
				LONGEST_RUN_MS,
				500,
			);
			await client.deleteWorkflow(id);
			return toRun(status, data.resultData.runData[UNDER_TEST] ?? []);
		},
		stop: async () => await server.stop(),
	};
}

/** Saves a credential for the app of a sandbox. */
export async function saveCredential(
	client: N8nClient,
	{ url, appId, appSecret }: SandboxProcess,
): Promise<CredentialReference> {
	const data = { region: 'custom', baseUrl: url, appId, appSecret };
	return await client.createCredential({ name: `Lark ${randomUUID()}`, type: 'larkApi', data });
}

function workflowOf(node: MeasuredNode, larkApi: CredentialReference, items: IDataObject[]) {
	const place = { position: [0, 0] as [number, number] };
	const start = {
		id: randomUUID(),
		name: START,
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		parameters: {} as INodeParameters,
		...place,
	};
	const measured = {
		id: randomUUID(),
		name: UNDER_TEST,
		credentials: { larkApi },
		...place,
		...node,
	};
	return {
		name: 'Measurement',
		nodes: [start, measured],
		connections: { [START]: { main: [[{ node: UNDER_TEST, type: 'main' as const, index: 0 }]] } },
		pinData: { [START]: items.map((json) => ({ json })) },
	};
}

function toRun(status: string, tries: ITaskData[]): NodeRun {
	const last = tries.at(-1);
	return {
		ms: tries.reduce((sum, { executionTime }) => sum + executionTime, 0),
		status,
		outputs: last?.data?.main[0]?.length ?? 0,
		error: last?.error as NodeRun['error'],
		hints: (last?.hints ?? []).map(({ message }) => message),
	};
}

function rssOf(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** From `utime` and `stime` of proc(5), in ticks of 10 ms. */
function cpuMsOf(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
	return (Number(fields[11]) + Number(fields[12])) * 10;
}
