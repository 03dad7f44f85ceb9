/** npm run bench [-- --quick] [names]: measures, prints, and writes bench/results.json. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';

import { isMet, print, type Section } from '../harness/report';
import { BenchmarkRun } from './run';
import { acknowledgement } from './acknowledgement';
import { decisions } from './decisions';
import { forged } from './forged';
import { limits } from './limits';
import { liveAnswers } from './liveAnswers';
import { load } from './load';
import { memory } from './memory';
import { scaling } from './scaling';
import { throughput } from './throughput';

const benches: Record<string, (run: BenchmarkRun) => Promise<Section>> = {
	load,
	throughput,
	limits,
	memory,
	scaling,
	acknowledgement,
	forged,
	decisions,
	'live-answers': liveAnswers,
};

async function main(args: string[]): Promise<void> {
	const isQuick = args.includes('--quick');
	const names = args.filter((arg) => !arg.startsWith('--'));
	const sections: Section[] = [];
	const run = new BenchmarkRun(isQuick);
	try {
		for (const name of names.length > 0 ? names : Object.keys(benches)) {
			const section = await benches[name](run);
			print(section);
			sections.push(section);
		}
	} finally {
		await run.close();
	}
	const results = { isQuick, cpus: cpus().length, cpu: cpus()[0].model, sections };
	writeFileSync(path.join(__dirname, 'results.json'), `${JSON.stringify(results, null, '\t')}\n`);
	const missed = sections.flatMap(({ checks }) => checks).filter((check) => !isMet(check));
	console.log(`\n${missed.length === 0 ? 'All goals met.' : `${missed.length} goals missed.`}`);
	process.exitCode = missed.length === 0 ? 0 : 1;
}

void main(process.argv.slice(2));
