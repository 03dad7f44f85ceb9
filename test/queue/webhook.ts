import { randomUUID } from 'node:crypto';

import type { Section } from '../../bench/harness/report';
import type { Bench } from '../e2e/harness';
import { messageEvent } from '../e2e/harness/events';
import { publishTarget } from '../e2e/harness/webhook-target';
import { Ladder } from '../faults/harness/ladder';
import { inTurn, type Choice } from './harness/balancer';
import type { Installation } from './harness/installation';

/** Lark's 6 h 5 min in 22 s. */
const TIME_SCALE = 0.001;

const CONNECTIONS = 8;

const MAX_PUSHES = 4;

interface Way {
	name: string;
	choice: Choice;
	/** How long Lark waits before it repeats a push, at least; really 15,000. In ms. */
	leastWait: number;
	/** Whether no event may start two executions. */
	isExact: boolean;
}

const WAYS: Way[] = [
	{ name: 'both in turn, repeated after 15 ms', choice: inTurn(), leastWait: 0, isExact: false },
	{ name: 'both in turn, repeated after 3 s', choice: inTurn(), leastWait: 3_000, isExact: false },
	{ name: 'one process for each URL', choice: () => 0, leastWait: 0, isExact: true },
];

const secrets = { encryptKey: `key ${randomUUID()}`, verificationToken: `token ${randomUUID()}` };

/** Messages are pushed 1 to 4 times to two webhook processes: what is lost, what starts twice. */
export async function webhook(
	{ balancer, database }: Installation,
	bench: Bench,
	count: number,
): Promise<Section> {
	const section: Section = { name: 'Lark Trigger in queue mode', measured: {}, checks: [] };
	for (const { name, choice, leastWait, isExact } of WAYS) {
		balancer.share(choice);
		const target = await publishTarget(bench, secrets);
		const url = `${balancer.url}${new URL(target.url).pathname}`;
		const events = Array.from({ length: count }, () => messageEvent(secrets.verificationToken));
		const ladder = new Ladder({ connections: CONNECTIONS, timeScale: TIME_SCALE, leastWait });
		const began = Date.now();
		const stories = await Promise.all(
			events.map(async (event) => {
				const times = 1 + Math.floor(Math.random() * MAX_PUSHES);
				const { message_id } = event.event.message;
				return await ladder.deliver(url, message_id, times, () => target.push(event));
			}),
		);
		ladder.close();
		const seconds = Math.round((Date.now() - began) / 1_000);
		const found = await database.executionsByMessage(target.workflow.id);
		await bench.client.unpublish(target.workflow.id);

		const all = [...found.values()];
		const doubled = all.filter(({ executions }) => executions > 1).length;
		const lost = events.filter(({ event }) => !found.has(event.message.message_id)).length;
		const failed = all.filter(({ statuses }) => !statuses.includes('success')).length;
		section.measured[name] = {
			events: count,
			pushes: stories.reduce((sum, { pushes }) => sum + pushes, 0),
			seconds,
			executions: all.reduce((sum, { executions }) => sum + executions, 0),
			lost,
			failed,
			doubled,
			'doubled %': Number(((100 * doubled) / count).toFixed(2)),
		};
		section.checks.push({ what: `${name}: lost`, value: lost + failed, atMost: 0 });
		if (isExact) section.checks.push({ what: `${name}: doubled`, value: doubled, atMost: 0 });
	}
	balancer.share(inTurn());
	return section;
}
