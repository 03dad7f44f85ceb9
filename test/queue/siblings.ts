import { randomUUID } from 'node:crypto';

import type { Section } from '../../harness/report';
import type { TestSetup } from '../support/server';
import { messageEvent } from '../support/events';
import { request } from '../support/request';
import { publishTrigger, saveCredential } from '../support/server/published-trigger';
import type { Installation } from './harness/installation';

const EVENTS = 20;

const secrets = { encryptKey: `key ${randomUUID()}`, verificationToken: `token ${randomUUID()}` };

/** Two workflows of one app, pushed to the URL of the first, which knows the other by Forward To. */
export async function siblings(
	{ balancer, database }: Installation,
	setup: TestSetup,
): Promise<Section> {
	const larkApi = await saveCredential(setup, secrets);
	const behind = (url: string) => `${balancer.url}${new URL(url).pathname}`;
	const two = await publishTrigger(setup, secrets, { larkApi });
	const parameters = { simple: false, webhookOptions: { forwardTo: [behind(two.url)] } };
	const one = await publishTrigger(setup, secrets, { larkApi, parameters });
	let acknowledged = 0;
	for (let count = 0; count < EVENTS; count++) {
		const event = messageEvent(secrets.verificationToken);
		for (let push = 0; push < 2; push++) {
			const { status } = await request(behind(one.url), 'POST', one.push(event));
			if (status === 200) acknowledged++;
		}
	}
	const [first, second] = await Promise.all(
		[one, two].map(async ({ workflow }) => {
			const found = await database.executionsByMessage(workflow.id);
			await setup.client.unpublish(workflow.id);
			return [...found.values()].map(({ executions }) => executions);
		}),
	);
	const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
	const name = `${EVENTS} events, each pushed twice, one after the other`;
	return {
		name: 'Two workflows on one app in queue mode',
		measured: { [name]: { acknowledged, first: sum(first), second: sum(second) } },
		checks: [first, second].flatMap((counts, at) => [
			{ what: `workflow ${at + 1}: events`, value: counts.length, atLeast: EVENTS },
			{ what: `workflow ${at + 1}: executions`, value: sum(counts), atMost: EVENTS },
		]),
	};
}
