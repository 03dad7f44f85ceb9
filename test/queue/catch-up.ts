import { setTimeout as sleep } from 'node:timers/promises';

import type { Section } from '../../harness/report';
import type { TestSetup } from '../support/server';
import { publishTrigger } from '../support/server/published-trigger';
import type { Installation } from './harness/installation';

const MISSED = 10;

/** Whoever could start a second execution has done so by then. */
const LATER_MS = 15_000;

/** A workflow that finds what was written while neither the main process nor those for webhooks ran. */
export async function catchUp(
	{ balancer, database, restart }: Installation,
	setup: TestSetup,
): Promise<Section> {
	const { world, app } = setup.sandbox;
	const { encryptKey, verificationToken } = app;
	const trigger = await publishTrigger(
		setup,
		{ encryptKey, verificationToken },
		{
			parameters: { simple: false, webhookOptions: { catchUp: 60, registerUrl: false } },
			larkApi: setup.larkApi,
		},
	);
	const [from] = world.users;
	const { chatId } = world.openP2p(from.userId, { type: 'app', appId: app.appId });
	const executions = async () => {
		const found = await database.executionsByMessage(trigger.workflow.id);
		return [...found.values()].map((each) => each.executions);
	};
	const until = async (count: number) => {
		const deadline = Date.now() + 120_000;
		while ((await executions()).length < count && Date.now() < deadline) await sleep(500);
	};

	app.requestUrl = `${balancer.url}${new URL(trigger.url).pathname}`;
	setup.sandbox.say({ from, chat: chatId, text: 'Before' });
	await until(1);
	app.requestUrl = '';
	const restarted = restart();
	for (let count = 0; count < MISSED; count++) {
		setup.sandbox.say({ from, chat: chatId, text: `Missed ${count}` });
	}
	await restarted;
	await until(MISSED + 1);
	await sleep(LATER_MS);
	const counts = await executions();
	await setup.client.unpublish(trigger.workflow.id);
	const started = counts.reduce((total, count) => total + count, 0);
	return {
		name: 'Catching up after a restart in queue mode',
		measured: { [`${MISSED} messages while n8n was down`]: { found: counts.length - 1, started } },
		checks: [
			{ what: 'messages', value: counts.length, atLeast: MISSED + 1 },
			{ what: 'executions', value: started, atMost: MISSED + 1 },
		],
	};
}
