import { rm } from 'node:fs/promises';

import { N8nClient, scratchFolder, startN8n, type N8n } from '../../../harness/n8n-server';
import { packageFile } from '../../../harness/package-file';
import { TEST_OWNER } from '../../../harness/test-owner';
import { FAST_EXPRESSIONS, type Address } from '../../support/server/address';
import { startBalancer, type Balancer } from './balancer';
import { openDatabase, type Database } from './database';
import { startPostgres, startRedis } from './services';

const WEBHOOKS = 2;
const WORKERS = 2;

/** An n8n in queue mode: a main process, two for webhooks behind a load balancer, and two workers. */
export interface Installation {
	address: Address;
	/** In front of the webhook processes; the main process answers no production webhook. */
	balancer: Balancer;
	main: N8n;
	webhooks: N8n[];
	/** Those that run now. */
	readonly workers: N8n[];
	database: Database;
	/** Ends the workers and starts others that run so many executions each at once. */
	replaceWorkers(concurrency: number): Promise<N8n[]>;
	/** Ends the main process and those for webhooks, and starts them again. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

/** Starts everything, Redis and PostgreSQL included. What has been started is ended when anything fails. */
export async function startInstallation(): Promise<Installation> {
	const ends: Array<() => Promise<void> | void> = [];
	const stop = async () => {
		for (const end of ends.splice(0).reverse()) await end();
	};
	try {
		return Object.assign(await startAll(ends), { stop });
	} catch (error) {
		await stop();
		throw error;
	}
}

async function startAll(
	ends: Array<() => Promise<void> | void>,
): Promise<Omit<Installation, 'stop'>> {
	const folder = await scratchFolder();
	ends.push(async () => await rm(folder, { recursive: true, force: true }));
	const redis = await startRedis(folder);
	ends.push(redis.stop);
	const postgres = await startPostgres(folder);
	ends.push(postgres.stop);

	const webhooks: N8n[] = [];
	const balancer = await startBalancer(() => webhooks.map(({ url }) => url));
	ends.push(balancer.close);
	const env = {
		...FAST_EXPRESSIONS,
		N8N_ENCRYPTION_KEY: 'one key for all processes',
		N8N_WEBHOOK_URL: `${balancer.url}/`,
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_USER: 'postgres',
		DB_POSTGRESDB_DATABASE: 'postgres',
	};
	const start = async (...command: ['start' | 'webhook' | 'worker', ...string[]]) => {
		const server = await startN8n({ packages: [packageFile()], command, env });
		ends.push(async () => await server.stop());
		return server;
	};
	const several = async (count: number, ...command: Parameters<typeof start>) =>
		await Promise.all(Array.from({ length: count }, async () => await start(...command)));

	const main = await start('start');
	const client = new N8nClient(main.url);
	await client.setupOwner(TEST_OWNER);
	webhooks.push(...(await several(WEBHOOKS, 'webhook')));
	let workers = await several(WORKERS, 'worker');
	const database = await openDatabase(postgres.port);
	ends.push(database.close);
	return {
		address: { url: main.url, logFile: main.log.file, owner: TEST_OWNER, session: client.session },
		balancer,
		main,
		webhooks,
		get workers() {
			return workers;
		},
		database,
		async replaceWorkers(concurrency) {
			await Promise.all(workers.map(async (worker) => await worker.stop()));
			workers = await several(WORKERS, 'worker', `--concurrency=${concurrency}`);
			return workers;
		},
		async restart() {
			await Promise.all([main, ...webhooks].map(async (server) => await server.restart()));
		},
	};
}
