import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { waitFor } from '../../../harness/n8n-server/wait';

const ROOT = path.join(__dirname, '..', '..', '..');

/** npm, its shell and the program are one group, as in a terminal. */
function signalGroup({ pid = 0 }: ChildProcess, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch {
		// All of them have ended.
	}
}

describe('a program that npm has started', () => {
	let npm: ChildProcess;
	let printed: string;

	beforeEach(() => {
		printed = '';
		npm = spawn('npm', ['run', 'sandbox'], { cwd: ROOT, detached: true });
		npm.stdout?.on('data', (text: Buffer) => (printed += text.toString()));
	});
	afterEach(() => signalGroup(npm, 'SIGKILL'));

	it.each([
		['SIGTERM to npm alone', () => npm.kill('SIGTERM')],
		['Ctrl+C in the terminal', () => signalGroup(npm, 'SIGINT')],
	])('ends its server by %s', async (_, end) => {
		const address = () => /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
		const url = await waitFor('the address', address);
		const isUp = async () =>
			await fetch(url).then(
				() => true,
				() => false,
			);
		expect(await isUp()).toBe(true);
		const ended = once(npm, 'exit');
		end();
		await ended;
		await waitFor('the end of the server', async () => !(await isUp()) || undefined);
	});
});
