import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
/** Import this before n8n-core: it gives the engine a folder of its own for keys and binary data. */
import { Container } from '@n8n/di';

const folder = mkdtempSync(path.join(tmpdir(), 'n8n-nodes-lark-im-engine-'));
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_DEFAULT_BINARY_DATA_MODE = 'filesystem';
// Tests check the errors themselves; the engine does not print them.
process.env.N8N_LOG_LEVEL = 'silent';

/** Makes binary data ready, on disk; call it once before the first run. */
export async function openEnvironment(): Promise<void> {
	const { BinaryDataService } = await import('n8n-core');
	await Container.get(BinaryDataService).init();
}

/** Removes all that the runs have left behind. */
export async function closeEnvironment(): Promise<void> {
	await rm(folder, { recursive: true, force: true });
}
