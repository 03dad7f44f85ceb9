import { randomUUID } from 'node:crypto';

import { rounded, type Section } from '../harness/report';
import {
	bareTrigger,
	LARK_TRIGGER,
	load,
	newPush,
	publish,
	quantile,
	type Trigger,
} from './pushes';
import type { BenchmarkRun } from './run';

const AT_ONCE = 10;

const GOOD = { make: newPush, status: 200 };

const TRIGGERS: Record<string, Trigger> = {
	'Lark Trigger': LARK_TRIGGER,
	'Do-nothing trigger': bareTrigger('doNothingTrigger'),
	'Webhook node': {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path: randomUUID() },
	},
};

/** (d) How fast events are acknowledged, against a trigger that does nothing and n8n's Webhook node. Rounds take turns. */
export async function acknowledgement(run: BenchmarkRun): Promise<Section> {
	const { isQuick } = run;
	const rounds = isQuick ? 2 : 5;
	const each = isQuick ? 40 : 200;
	const [n8n] = await run.runners(1);
	const found = new Map<string, { url: string; times: number[]; rates: number[] }>();
	for (const [name, trigger] of Object.entries(TRIGGERS)) {
		const url = await publish(n8n, trigger);
		await load(url, 10, AT_ONCE, GOOD);
		found.set(name, { url, times: [], rates: [] });
	}
	for (let round = 0; round < rounds; round++) {
		for (const { url, times, rates } of found.values()) {
			const done = await load(url, each, AT_ONCE, GOOD);
			times.push(...done.times);
			rates.push(done.perSecond);
		}
	}
	const measured: Section['measured'] = {};
	const results = [...found].map(([name, { times, rates }]) => {
		const p50 = quantile(times, 0.5);
		const p99 = quantile(times, 0.99);
		const perSecond = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
		measured[name] = {
			events: times.length,
			p50: rounded(p50),
			p99: rounded(p99),
			perSecond: rounded(perSecond),
		};
		// In a quick run, the 99th percentile would be a single event.
		return { late: isQuick ? p50 : p99, perSecond };
	});
	const [lark, nothing] = results;
	return {
		name: `(d) Acknowledging events, ${AT_ONCE} at a time`,
		measured,
		checks: [
			{
				what: `${isQuick ? 'p50' : 'p99'}, times the do-nothing trigger`,
				value: lark.late / nothing.late,
				atMost: 1.2,
			},
			{
				what: 'events per second, times the do-nothing trigger',
				value: lark.perSecond / nothing.perSecond,
				atLeast: 0.9,
			},
		],
	};
}
