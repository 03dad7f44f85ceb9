import { execFile, execFileSync } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

import { freePort, waitFor } from '../../../harness/n8n-server';
import { startTree } from '../../../harness/n8n-server/process-tree';

const run = promisify(execFile);

/** A server that listens on 127.0.0.1. */
export interface Service {
	port: number;
	stop(): Promise<void>;
}

/** Where Debian puts PostgreSQL's programs, by version; they are not in PATH. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

const HINT = 'Install the Debian packages redis-server and postgresql.';

async function listens(port: number): Promise<true | undefined> {
	return await new Promise((resolve) => {
		const socket = net.connect(port, '127.0.0.1');
		socket.once('connect', () => resolve(true)).once('error', () => resolve(undefined));
		socket.once('connect', () => socket.destroy());
	});
}

async function serve(
	folder: string,
	port: number,
	[program, ...args]: [string, ...string[]],
): Promise<Service> {
	const output = openSync(path.join(folder, `${path.basename(program)}.log`), 'a');
	const tree = await startTree(program, args, { cwd: folder, env: process.env, output });
	closeSync(output);
	await waitFor(`${program} ${args.join(' ')}`, async () => await listens(port));
	return { port, stop: async () => await tree.stop() };
}

/**
 * Starts a Redis without persistence.
 *
 * @param parent the folder for its files
 */
export async function startRedis(parent: string): Promise<Service> {
	const folder = path.join(parent, 'redis');
	mkdirSync(folder);
	const port = await freePort();
	const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
	return await serve(folder, port, ['redis-server', ...options]).catch((error: Error) => {
		throw new Error(`${error.message}. ${HINT}`);
	});
}

/** PostgreSQL does not run as root: then it gets the user that its Debian package has made. */
function asOwner(folder: string): string[] {
	if (process.getuid?.() !== 0) return [];
	const idOf = (option: string) =>
		Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
	const [user, group] = [idOf('-u'), idOf('-g')];
	chownSync(folder, user, group);
	chownSync(path.dirname(folder), user, group);
	return ['setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups'];
}

/**
 * Starts an empty PostgreSQL; the user and the database are called postgres, every process on this machine
 * may log in.
 *
 * @param parent the folder for its files
 */
export async function startPostgres(parent: string): Promise<Service> {
	const newest = existsSync(POSTGRES_VERSIONS)
		? readdirSync(POSTGRES_VERSIONS)
				.sort((a, b) => Number(a) - Number(b))
				.at(-1)
		: undefined;
	if (!newest) throw new Error(`There is no PostgreSQL in ${POSTGRES_VERSIONS}. ${HINT}`);
	const program = (name: string) => path.join(POSTGRES_VERSIONS, newest, 'bin', name);
	const folder = path.join(parent, 'postgres');
	mkdirSync(folder, { mode: 0o700 });
	const port = await freePort();
	const command = (name: string, ...args: string[]) =>
		[...asOwner(folder), program(name), ...args] as [string, ...string[]];

	const data = path.join(folder, 'data');
	const [first, ...rest] = command('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-N');
	await run(first, rest, { cwd: folder });
	const settings = [
		'listen_addresses=127.0.0.1',
		'unix_socket_directories=',
		'max_connections=200',
	];
	const options = settings.flatMap((setting) => ['-c', setting]);
	return await serve(folder, port, command('postgres', '-D', data, '-p', String(port), ...options));
}
