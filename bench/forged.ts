import type { NodeRunner } from '../harness/node-runner';
import { median, rounded, type Section } from '../harness/report';
import {
	bareTrigger,
	forgedPush,
	LARK_TRIGGER,
	load,
	newPush,
	publish,
	type Trigger,
} from './pushes';
import type { BenchmarkRun } from './run';

const FORGED = { make: forgedPush, status: 401 };
const GOOD = { make: newPush, status: 200 };

/** How many forged requests are on their way at the same time. */
const AT_ONCE = 4;

/** n8n's usual engine for expressions makes an isolate for each request to a trigger, before it asks the trigger. */
const WITHOUT_ISOLATES = { N8N_EXPRESSION_ENGINE: 'legacy' };

const TRIGGERS: Record<string, Trigger> = {
	'Lark Trigger': LARK_TRIGGER,
	'Refusing trigger': bareTrigger('refuseTrigger'),
};

interface Found {
	/** CPU time of n8n for one forged request, in ms. */
	cpuMs: number;
	/** Median time of the response to a good push while forged requests come, in ms. */
	goodMs: number;
}

/** CPU time of n8n for one request, in ms. */
async function cost(n8n: NodeRunner, count: number, send: () => Promise<unknown>): Promise<number> {
	const before = n8n.cpuMs();
	await send();
	return (n8n.cpuMs() - before) / count;
}

/** CPU time of n8n for one event that starts an execution of a Lark Trigger, in ms. */
async function eventCost(n8n: NodeRunner, count: number): Promise<number> {
	const url = await publish(n8n, LARK_TRIGGER);
	await load(url, 10, AT_ONCE, GOOD);
	return await cost(n8n, count, async () => await load(url, count, AT_ONCE, GOOD));
}

/** Attacks each trigger in turn, while good pushes go to another trigger of the same n8n. */
async function attack(n8n: NodeRunner, rounds: number, each: number): Promise<Found[]> {
	const good = await publish(n8n, bareTrigger('doNothingTrigger'));
	const urls: string[] = [];
	for (const trigger of Object.values(TRIGGERS)) urls.push(await publish(n8n, trigger));
	await load(good, 5, 1, GOOD);
	for (const url of urls) await load(url, 10, AT_ONCE, FORGED);
	const cpu = urls.map(() => [] as number[]);
	const times = urls.map(() => [] as number[]);
	for (let round = 0; round < rounds; round++) {
		for (const [i, url] of urls.entries()) {
			cpu[i].push(await cost(n8n, each, async () => await load(url, each, AT_ONCE, FORGED)));
			const attacked = load(url, each, AT_ONCE, FORGED);
			times[i].push(...(await load(good, each / 5, 1, GOOD)).times);
			await attacked;
		}
	}
	return urls.map((_, i) => ({ cpuMs: median(cpu[i]), goodMs: median(times[i]) }));
}

/**
 * (g) What forged requests cost, against a trigger that refuses everything unseen: what is above that is this
 * package's, the rest n8n's for any trigger. With n8n's usual settings, and without its isolates.
 */
export async function forged(run: BenchmarkRun): Promise<Section> {
	const rounds = run.isQuick ? 2 : 3;
	const each = run.isQuick ? 25 : 60;
	const measured: Section['measured'] = {};
	const measure = async (setting: string, env: Record<string, string>) => {
		const n8n = await run.startOwn(env);
		try {
			const eventMs = await eventCost(n8n, each * 2);
			const found = await attack(n8n, rounds, each);
			for (const [i, name] of Object.keys(TRIGGERS).entries()) {
				const { cpuMs, goodMs } = found[i];
				measured[`${name}, ${setting}`] = {
					cpuMsPerRequest: rounded(cpuMs),
					goodPushMs: rounded(goodMs),
				};
			}
			measured[`Event, ${setting}`] = { cpuMsPerRequest: rounded(eventMs) };
			return { found, eventMs };
		} finally {
			await n8n.stop();
		}
	};
	const usual = await measure('as usual', {});
	const legacy = await measure('legacy engine', WITHOUT_ISOLATES);
	const [lark, refusing] = usual.found;
	return {
		name: `(g) Forged requests, ${AT_ONCE} at a time`,
		measured,
		checks: [
			{
				what: 'CPU time of a forged request, times the refusing trigger',
				value: lark.cpuMs / refusing.cpuMs,
				atMost: 1.25,
			},
			{
				what: 'Response to a good push meanwhile, times the refusing trigger',
				value: lark.goodMs / refusing.goodMs,
				atMost: 1.5,
			},
			{
				what: 'CPU time of a forged request with the legacy engine, times the usual one',
				value: legacy.found[0].cpuMs / lark.cpuMs,
				atMost: 0.35,
			},
			{
				what: 'CPU time of an event with the legacy engine, times the usual one',
				value: legacy.eventMs / usual.eventMs,
				atMost: 0.5,
			},
		],
	};
}
