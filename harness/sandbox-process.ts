import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export interface SandboxSettings {
	rateLimits: boolean;
	/** Delay of every response. */
	latencyMs: number;
	chats: number;
}

/** What has arrived. The text of a message is its number; each is sent to one chat. */
export interface Report {
	requests: number;
	/** Requests for a token. */
	tokens: number;
	delivered: number;
	duplicates: number;
	/** Messages that came after a later one of their chat. */
	outOfOrder: number;
	/** Requests that were refused because of Lark's limits, and those after the first second. */
	refused: number;
	refusedLater: number;
	texts: number[];
}

/** What goes wrong with the requests that send a message: shares from 0 to 1, and places in their row. */
export interface FaultPlan {
	/** Carried out, but the response is lost. */
	lost: number;
	/** Answered with HTTP 503. */
	failed: number;
	/** The connection breaks before Lark has seen the request. */
	dropped: number;
	revokeAt: number;
	stormAt: number;
	stormMs: number;
}

/** A sandbox in another process, so that its work does not count in the measurement. */
export interface SandboxProcess {
	url: string;
	appId: string;
	appSecret: string;
	/** The chats that the app may write to. */
	chats: string[];
	report(): Promise<Report>;
	addFaults(plan: FaultPlan): Promise<void>;
	/** Lark can no longer be reached; what has arrived can still be asked for. */
	goDown(): Promise<void>;
	stop(): void;
}

/** Starts a sandbox for the caller alone. */
export async function startSandboxProcess(
	settings: Partial<SandboxSettings> = {},
): Promise<SandboxProcess> {
	const all: SandboxSettings = { rateLimits: false, latencyMs: 0, chats: 200, ...settings };
	const child = fork(path.join(__dirname, 'sandbox-child.ts'), [JSON.stringify(all)], {
		execArgv: ['--import', 'tsx'],
	});
	const answers = new Map<number, (result: unknown) => void>();
	child.on('message', ({ id, result }: { id: number; result: unknown }) =>
		answers.get(id)?.(result),
	);
	await once(child, 'message');
	let last = 0;
	const ask = async <T>(name: string, argument?: unknown): Promise<T> => {
		const id = ++last;
		const answer = new Promise((resolve) => answers.set(id, resolve));
		child.send({ id, name, argument });
		return (await answer) as T;
	};
	const description =
		await ask<Pick<SandboxProcess, 'url' | 'appId' | 'appSecret' | 'chats'>>('describe');
	return {
		...description,
		report: async () => await ask('report'),
		addFaults: async (plan) => await ask('faults', plan),
		goDown: async () => await ask('down'),
		stop: () => child.disconnect(),
	};
}
