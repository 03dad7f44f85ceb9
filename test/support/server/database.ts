import { createRequire } from 'node:module';
import path from 'node:path';

import { ensureRuntime } from '../../../harness/runtime';
import type { N8n } from '../../../harness/n8n-server';

interface Database {
	exec(sql: string, done: (error: Error | null) => void): void;
	all(sql: string, done: (error: Error | null, rows: unknown[]) => void): void;
	close(done: () => void): void;
}

async function open({ userFolder }: N8n): Promise<Database> {
	const { dir } = await ensureRuntime();
	const sqlite = createRequire(path.join(dir, 'package.json'))('sqlite3') as {
		Database: new (file: string) => Database;
	};
	return new sqlite.Database(path.join(userFolder, '.n8n', 'database.sqlite'));
}

/** Runs SQL on the database of an n8n while that is running, with n8n's own driver. */
export async function execute(server: N8n, sql: string): Promise<void> {
	const database = await open(server);
	await new Promise<void>((resolve, reject) => {
		database.exec(sql, (error) => (error ? reject(error) : resolve()));
	});
	await new Promise<void>((resolve) => database.close(resolve));
}

/** The rows that a SELECT gives on the database of an n8n while that is running. */
export async function query<T>(server: N8n, sql: string): Promise<T[]> {
	const database = await open(server);
	const rows = await new Promise<unknown[]>((resolve, reject) => {
		database.all(sql, (error, found) => (error ? reject(error) : resolve(found)));
	});
	await new Promise<void>((resolve) => database.close(resolve));
	return rows as T[];
}
