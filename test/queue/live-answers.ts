import { setTimeout as sleep } from 'node:timers/promises';

import type { Section } from '../../harness/report';
import { LiveAnswers, WAYS } from '../e2e/harness/live-answers';
import type { TestSetup } from '../support/server';
import type { Installation } from './harness/installation';

const LINES = Array.from({ length: 60 }, (_, index) => `- item **${index}** of it`);
const TEXT = LINES.join('\n');

/** How long an answer may take, in ms: a line comes every 20 ms. */
const LONGEST_MS = 60_000;

/**
 * Answers of agents that workers run, in all ways: the trigger's own is shown by the process for webhooks, that of the
 * node by the worker.
 */
export async function liveAnswers(
	{ balancer }: Installation,
	setup: TestSetup,
	count: number,
): Promise<Section> {
	const live = await LiveAnswers.open(setup);
	const section: Section = { name: 'Live answers in queue mode', measured: {}, checks: [] };
	try {
		for (const [name, way] of Object.entries(WAYS)) {
			const atBalancer = (url: string) => `${balancer.url}${new URL(url).pathname}`;
			const workflow = await live.publish(live.agentGraph(way), atBalancer);
			const pieces = LINES.map((line, index) => (index > 0 ? `\n${line}` : line));
			live.model.always(() => ({ text: TEXT, pieces, everyMs: 20 }));
			const asked = Array.from({ length: count }, () => live.say());
			const grew = new Set<string>();
			const until = Date.now() + LONGEST_MS;
			const answersTo = (messageId: string) =>
				asked
					.filter((said) => said.messageId === messageId)
					.flatMap((said) => live.answersTo(said));
			const isWhole = (messageId: string) => {
				const [answer] = answersTo(messageId);
				const text = answer?.cardId ? live.textIn(answer) : '';
				if (text !== '' && text !== TEXT) grew.add(messageId);
				return text === TEXT && live.isEnded(answer);
			};
			// Every answer is looked at each time.
			const areWhole = () => asked.map(({ messageId }) => isWhole(messageId)).every(Boolean);
			while (Date.now() < until && !areWhole()) await sleep(50);
			const whole = asked.filter(({ messageId }) => isWhole(messageId)).length;
			const answers = asked.reduce((sum, said) => sum + live.answersTo(said).length, 0);
			await setup.client.unpublish(workflow.id);
			section.measured[name] = { asked: count, answers, whole, 'seen growing': grew.size };
			section.checks.push({ what: `${name}: whole`, value: whole, atLeast: count });
			section.checks.push({ what: `${name}: answers`, value: answers, atMost: count });
			section.checks.push({ what: `${name}: seen growing`, value: grew.size, atLeast: count });
		}
	} finally {
		await live.close();
	}
	return section;
}
