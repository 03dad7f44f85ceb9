import path from 'node:path';

import { startNodeRunner, type NodeRunner } from '../harness/node-runner';

/** The n8ns that the benchmarks of one run share: each takes seconds to start. */
export class BenchmarkRun {
	private readonly started: Array<Promise<NodeRunner>> = [];

	/** @param isQuick whether less is measured, for a look in less than a minute */
	constructor(readonly isQuick: boolean) {}

	/** @returns so many n8ns, which those who came before have warmed up */
	async n8ns(count: number): Promise<NodeRunner[]> {
		while (this.started.length < count) this.started.push(this.startOwn());
		return await Promise.all(this.started.slice(0, count));
	}

	/** Starts an n8n for one measurement alone, which stops it. */
	async startOwn(): Promise<NodeRunner> {
		return await startNodeRunner({ N8N_CUSTOM_EXTENSIONS: path.join(__dirname, 'do-nothing') });
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
