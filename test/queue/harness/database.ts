import { createRequire } from 'node:module';
import path from 'node:path';

import { waitFor } from '../../../harness/n8n-server';
import { ensureRuntime } from '../../../harness/runtime';

interface Client {
	connect(): Promise<void>;
	query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
	end(): Promise<void>;
}

/** What one event came to. */
export interface Started {
	executions: number;
	statuses: string[];
}

/** The database of an n8n in queue mode. */
export interface Database {
	/** The executions that a workflow's events have started, by message ID, when all have ended. */
	executionsByMessage(workflowId: string, patience?: number): Promise<Map<string, Started>>;
	close(): Promise<void>;
}

const MESSAGE_ID = /om_[0-9a-z_-]+/;

/** Connects to PostgreSQL with n8n's own driver. */
export async function openDatabase(port: number): Promise<Database> {
	const { dir } = await ensureRuntime();
	const { Client } = createRequire(path.join(dir, 'package.json'))('pg') as {
		Client: new (options: object) => Client;
	};
	const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
	await client.connect();
	const query = async <T>(sql: string, ...values: unknown[]) =>
		(await client.query(sql, values)).rows as T[];

	return {
		async executionsByMessage(workflowId, patience = 10 * 60_000) {
			await waitFor(
				`the end of the executions of ${workflowId}`,
				async () => {
					const [{ count }] = await query<{ count: string }>(
						`SELECT count(*) FROM execution_entity WHERE "workflowId" = $1 AND status IN ('new', 'running')`,
						workflowId,
					);
					return count === '0' || undefined;
				},
				patience,
				500,
			);
			const rows = await query<{ data: string; status: string }>(
				`SELECT d.data, e.status FROM execution_entity e JOIN execution_data d ON d."executionId" = e.id WHERE e."workflowId" = $1`,
				workflowId,
			);
			const found = new Map<string, Started>();
			for (const { data, status } of rows) {
				const [id] = MESSAGE_ID.exec(data) ?? ['none'];
				const known = found.get(id) ?? { executions: 0, statuses: [] };
				known.executions++;
				known.statuses.push(status);
				found.set(id, known);
			}
			return found;
		},
		close: async () => await client.end(),
	};
}
