import { setTimeout as sleep } from 'node:timers/promises';

import type { N8n, SavedWorkflow } from '../../harness/n8n-server';
import type { Section } from '../../harness/report';
import type { Message } from '../../sandbox';
import { LiveAnswers, WAYS } from '../e2e/harness/live-answers';
import { ownApp } from '../e2e/harness/own-app';
import { openSetup, type TestSetup } from '../support/server';
import type { Installation } from './harness/installation';

const LINES = Array.from({ length: 60 }, (_, index) => `- item **${index}** of it\n`);
const TEXT = LINES.join('');

/** How long the model writes an answer, in ms, so that all of them are being written when a process is killed. */
const EVERY_MS = 500;

/** A worker's executions fail when its lock is over, after a minute, and another one has looked, each 30 s. */
const LONGEST_MS = 180_000;

interface Killed {
	name: string;
	setup: TestSetup;
	live: LiveAnswers;
	workflow: SavedWorkflow;
	said: Message;
}

async function begin(installation: Installation): Promise<Killed[]> {
	const begun: Killed[] = [];
	const atBalancer = (url: string) => `${installation.balancer.url}${new URL(url).pathname}`;
	for (const [name, way] of Object.entries(WAYS)) {
		const setup = await openSetup({ seed: { app: ownApp() } }, installation.address);
		const live = await LiveAnswers.open(setup);
		const workflow = await live.publish(live.agentGraph(way), atBalancer);
		live.model.always(() => ({ text: TEXT, pieces: LINES, everyMs: EVERY_MS }));
		begun.push({ name, setup, live, workflow, said: live.say() });
	}
	await Promise.all(begun.map(async ({ live, said }) => await live.firstWords(said)));
	return begun;
}

/** What a reader sees of an answer, in a word. */
function stateOf({ live, said }: Killed): string {
	const answers = live.answersTo(said);
	if (answers.length !== 1) return `${answers.length} answers`;
	const [answer] = answers;
	if (!answer.cardId) return 'a message';
	if (!live.isEnded(answer)) return 'being written';
	const line = live.lineIn(answer);
	if (line === '') return live.textIn(answer) === TEXT ? 'whole' : 'cut off';
	return live.textIn(answer) === TEXT ? 'whole, with words' : 'words';
}

/** Answers in all ways while the processes of a kind are killed and started again. */
export async function killedAnswers(installation: Installation): Promise<Section> {
	const section: Section = {
		name: 'Live answers in which processes are killed',
		measured: {},
		checks: [],
	};
	const kinds: Record<string, N8n[]> = {
		workers: installation.workers,
		'webhook processes': installation.webhooks,
		'main process': [installation.main],
	};
	for (const [kind, processes] of Object.entries(kinds)) {
		const begun = await begin(installation);
		for (const { pid } of processes) process.kill(pid, 'SIGKILL');
		await Promise.all(processes.map(async (server) => await server.restart()));
		const restartedAt = Date.now();
		const isDone = (answer: Killed) => ['whole', 'words'].includes(stateOf(answer));
		while (!begun.every(isDone) && Date.now() < restartedAt + LONGEST_MS) await sleep(500);
		const seconds = Math.round((Date.now() - restartedAt) / 1_000);
		// What is complete stays so.
		await sleep(5_000);
		const states = Object.fromEntries(begun.map((answer) => [answer.name, stateOf(answer)]));
		section.measured[`after the ${kind} were killed`] = { ...states, seconds };
		const value = begun.filter(isDone).length;
		section.checks.push({ what: `${kind}: whole, or with words`, value, atLeast: begun.length });
		for (const { setup, live, workflow } of begun) {
			await setup.client.unpublish(workflow.id);
			await setup.close();
			await live.close();
		}
	}
	return section;
}
