import path from 'node:path';
import { watch } from 'gulp';

import { replaceBuild, waitFor, type N8n } from '../../harness/n8n-server';
import { step } from '../../harness/step';

const ROOT = path.join(__dirname, '..', '..');

/** All that the build reads. A change of package.json or gulpfile.js needs a new start. */
const SOURCES = ['nodes/**', 'credentials/**', 'icons/**'];

const RELOAD_TIMEOUT_MS = 5_000;

/**
 * Rebuilds the nodes after every change of their sources, and puts the build into an n8n that runs with
 * `N8N_DEV_RELOAD=true`: n8n loads the nodes again and tells the open editors (`setupHotReload` in its
 * load-nodes-and-credentials). Ends with the process.
 */
export function watchSources(n8n: N8n): void {
	watch(SOURCES, { cwd: ROOT }, async () => {
		try {
			await rebuild(n8n);
		} catch (error) {
			// A build that fails is mended by the next change.
			console.error(error instanceof Error ? error.message : error);
		}
	});
}

async function rebuild(n8n: N8n): Promise<void> {
	await step('Building the nodes', 'npm', ['run', 'build'], { cwd: ROOT });
	const before = reloads(n8n);
	await replaceBuild(n8n.userFolder, ROOT);
	try {
		await waitFor('n8n', () => reloads(n8n) > before || undefined, RELOAD_TIMEOUT_MS);
	} catch {
		// n8n's file watcher does not exist for every platform.
		console.log('n8n has not noticed the new build; restarting it ...');
		await n8n.restart();
	}
	console.log('The new build is in n8n.');
}

const reloads = ({ log }: N8n) =>
	log.lines().filter((line) => line.includes('Hot reload triggered for')).length;
