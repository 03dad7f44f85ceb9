import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureRuntime } from '../../../scripts/runtime';
import type { N8n } from '../../../scripts/n8n-server';

interface Database {
	exec(sql: string, done: (error: Error | null) => void): void;
	close(done: () => void): void;
}

/** Runs SQL on the database of an n8n while that is running, with n8n's own driver. */
export async function execute({ userFolder }: N8n, sql: string): Promise<void> {
	const { dir } = await ensureRuntime();
	const sqlite = createRequire(path.join(dir, 'package.json'))('sqlite3') as {
		Database: new (file: string) => Database;
	};
	const database = new sqlite.Database(path.join(userFolder, '.n8n', 'database.sqlite'));
	await new Promise<void>((resolve, reject) => {
		database.exec(sql, (error) => (error ? reject(error) : resolve()));
	});
	await new Promise<void>((resolve) => database.close(resolve));
}
