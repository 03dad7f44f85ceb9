import { spawn } from 'node:child_process';
import path from 'node:path';

/** A process that ends together with all its descendants, at the latest when we end. */
export interface ProcessTree {
	readonly pid: number;
	/** Resolves to the exit code when all is over. */
	readonly ended: Promise<number>;
	/** Asks it to end, insists after some seconds, and resolves when it is gone. */
	stop(): Promise<void>;
}

/**
 * Starts a program under guard.js, its output going to an open file.
 *
 * @throws when the program cannot be started
 */
export async function startTree(
	program: string,
	args: string[],
	options: { cwd: string; env: NodeJS.ProcessEnv; output: number },
): Promise<ProcessTree> {
	const guard = spawn(process.execPath, [path.join(__dirname, 'guard.js'), program, ...args], {
		cwd: options.cwd,
		env: options.env,
		stdio: ['ignore', options.output, options.output, 'ipc'],
		detached: true,
	});
	const ended = new Promise<number>((resolve) => {
		guard.once('exit', (code) => resolve(code ?? 1));
	});
	const pid = await new Promise<number>((resolve, reject) => {
		guard.once('message', (message: { pid: number }) => resolve(message.pid));
		guard.once('error', reject);
		guard.once('exit', () => reject(new Error(`${program} could not be started`)));
	});
	return {
		pid,
		ended,
		async stop() {
			if (guard.connected) guard.disconnect();
			await ended;
		},
	};
}
