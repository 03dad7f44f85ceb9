import { randomUUID } from 'node:crypto';

import type { Section } from '../../harness/report';
import type { TestSetup } from '../support/server';
import { messageEvent } from '../support/events';
import { publishTrigger, type PublishedTrigger } from '../support/server/published-trigger';
import { Ladder } from '../support/ladder';
import { inTurn, type Choice } from './harness/balancer';
import type { Installation } from './harness/installation';

/** Lark's 6 h 5 min in 22 s. */
const TIME_SCALE = 0.001;

/** Lark waits 15 s before it repeats a push; by then an event has been stored, as here. */
const LEAST_WAIT_MS = 3_000;

const CONNECTIONS = 8;

const MAX_PUSHES = 4;

interface Way {
	name: string;
	choice: Choice;
	/** Whether all pushes of an event come at the same moment, or on Lark's ladder. */
	isAtOnce: boolean;
	/** Whether no event may start two executions. */
	isExact: boolean;
}

const WAYS: Way[] = [
	{ name: 'both in turn, on the ladder', choice: inTurn(), isAtOnce: false, isExact: false },
	{ name: 'both in turn, at the same moment', choice: inTurn(), isAtOnce: true, isExact: false },
	{ name: 'one for each URL, same moment', choice: () => 0, isAtOnce: true, isExact: true },
];

const secrets = { encryptKey: `key ${randomUUID()}`, verificationToken: `token ${randomUUID()}` };

/** @returns how many pushes it took until every event was acknowledged */
async function pushAll(
	url: string,
	trigger: PublishedTrigger,
	events: Array<ReturnType<typeof messageEvent>>,
	isAtOnce: boolean,
): Promise<number> {
	const ladder = new Ladder({
		connections: CONNECTIONS,
		timeScale: TIME_SCALE,
		leastWait: LEAST_WAIT_MS,
	});
	const deliver = async (event: (typeof events)[number]) => {
		const times = 1 + Math.floor(Math.random() * MAX_PUSHES);
		const { message_id } = event.event.message;
		const args = [url, message_id, times, () => trigger.push(event)] as const;
		return isAtOnce ? await ladder.deliverAtOnce(...args) : await ladder.deliver(...args);
	};
	const stories = await Promise.all(events.map(deliver));
	ladder.close();
	return stories.reduce((sum, { pushes }) => sum + pushes, 0);
}

/** Messages are pushed 1 to 4 times to two webhook processes: what is lost, what starts twice. */
export async function webhook(
	{ balancer, database }: Installation,
	setup: TestSetup,
	count: number,
): Promise<Section> {
	const section: Section = { name: 'Lark Trigger in queue mode', measured: {}, checks: [] };
	for (const { name, choice, isAtOnce, isExact } of WAYS) {
		balancer.share(choice);
		const trigger = await publishTrigger(setup, secrets);
		const url = `${balancer.url}${new URL(trigger.url).pathname}`;
		const events = Array.from({ length: count }, () => messageEvent(secrets.verificationToken));
		const began = Date.now();
		const pushes = await pushAll(url, trigger, events, isAtOnce);
		const seconds = Math.round((Date.now() - began) / 1_000);
		const found = await database.executionsByMessage(trigger.workflow.id);
		await setup.client.unpublish(trigger.workflow.id);

		const all = [...found.values()];
		const doubled = all.filter(({ executions }) => executions > 1).length;
		const lost = events.filter(({ event }) => !found.has(event.message.message_id)).length;
		const failed = all.filter(({ statuses }) => !statuses.includes('success')).length;
		section.measured[name] = {
			events: count,
			pushes,
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
