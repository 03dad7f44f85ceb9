import { readFileSync } from 'node:fs';

import type { N8n } from '../../harness/n8n-server';
import { FAST_EXPRESSIONS, launch, openSetup, type TestSetup } from '../support/server';
import { fuzz } from '../support/fuzz/fuzz';
import { messageEvent } from '../support/events';
import { publishTrigger } from '../support/server/published-trigger';

const COUNT = Number(process.env.FUZZ_COUNT ?? 10_000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const TOKEN = 'a token';

/** A small heap: its use soon stops growing, and a leak soon ends n8n. */
const SMALL_HEAP = { NODE_OPTIONS: '--max-old-space-size=512' };

/** n8n fills its heap up to a plateau before it collects; the memory at the end is compared with that. */
const WARM = 0.4;
const GROWTH_MB = 80;

/** The resident memory of a process in MB. */
const memoryOf = (pid: number) =>
	Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

describe(`the webhook and ${COUNT} mutated requests`, () => {
	let server: N8n;
	let setup: TestSetup;

	beforeAll(async () => {
		const own = await launch({ ...FAST_EXPRESSIONS, ...SMALL_HEAP });
		server = own.server;
		setup = await openSetup({}, own.address);
	}, 120_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	it(
		'start no execution, break nothing and leave nothing in memory',
		async () => {
			const key = await publishTrigger(setup, { encryptKey: 'a key', verificationToken: TOKEN });
			const token = await publishTrigger(setup, { encryptKey: '', verificationToken: TOKEN });
			const { pid } = server;
			const memory: number[] = [];
			const { outcomes, wrong } = await fuzz([key, key, token], COUNT, SEED, (answered) => {
				if (answered % 100 === 0) memory.push(memoryOf(pid));
			});
			const peak = (values: number[]) => Math.round(Math.max(...values));
			const warm = peak(memory.slice(0, Math.ceil(memory.length * WARM)));
			const end = peak(memory.slice(-Math.ceil(memory.length * (1 - WARM))));
			for (const trigger of [key, token]) await trigger.accepts(trigger.push(messageEvent(TOKEN)));

			console.log(
				`seed ${SEED}: ${COUNT} mutated requests, answered ${JSON.stringify(outcomes)}, ` +
					`0 executions, memory at most ${warm} MB in the first ${WARM * 100} %, ${end} MB after that`,
			);
			expect(wrong).toEqual([]);
			expect(server.pid).toBe(pid);
			expect(end - warm).toBeLessThan(GROWTH_MB);
		},
		60 * 60 * 1000,
	);
});
