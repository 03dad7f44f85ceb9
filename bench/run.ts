import path from 'node:path';

import { startNodeRunner, type NodeRunner } from '../harness/node-runner';

/** One call of `npm run bench`: the node runners that its benchmarks share, since each takes seconds to start. */
export class BenchmarkRun {
	private readonly started: Array<Promise<NodeRunner>> = [];

	/** @param isQuick whether less is measured, for a run of less than a minute */
	constructor(readonly isQuick: boolean) {}

	/** @returns `count` node runners, which earlier benchmarks have warmed up */
	async runners(count: number): Promise<NodeRunner[]> {
		while (this.started.length < count) this.started.push(this.startOwn());
		return await Promise.all(this.started.slice(0, count));
	}

	/**
	 * Starts a node runner for one measurement, which must stop it.
	 *
	 * @param env further environment variables of n8n
	 */
	async startOwn(env: Record<string, string> = {}): Promise<NodeRunner> {
		const extensions = path.join(__dirname, 'do-nothing');
		return await startNodeRunner({ N8N_CUSTOM_EXTENSIONS: extensions, ...env });
	}

	async close(): Promise<void> {
		const all = await Promise.allSettled(this.started);
		await Promise.all(
			all.map(async (one) => {
				if (one.status === 'fulfilled') await one.value.stop();
			}),
		);
	}
}
