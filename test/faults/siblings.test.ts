import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { waitFor, type N8n } from '../../harness/n8n-server';
import { FAST_EXPRESSIONS, launch, openSetup, type TestSetup } from '../support/server';
import { query } from '../support/server/database';
import { messageEvent } from '../support/events';
import {
	publishTrigger,
	saveCredential,
	type PublishedTrigger,
} from '../support/server/published-trigger';

const COUNT = Number(process.env.FAULT_EVENTS ?? 1_000);
const CONNECTIONS = 8;
const RETRY_MS = 300;

/** One URL is in the console for so many events, then that of the next workflow. */
const EVENTS_PER_URL = COUNT / 10;

const secrets = { encryptKey: `key ${randomUUID()}`, verificationToken: `token ${randomUUID()}` };

describe(`${COUNT} events for three workflows of one app, with restarts, changes of the request URL and a workflow that comes and goes`, () => {
	let server: N8n;
	let setup: TestSetup;

	beforeAll(async () => {
		const own = await launch(FAST_EXPRESSIONS);
		server = own.server;
		setup = await openSetup({}, own.address);
	}, 120_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	/** How many executions each message has in each workflow. */
	const executions = async (triggers: PublishedTrigger[]) => {
		const rows = await query<{ data: string; workflowId: string }>(
			server,
			'SELECT data, workflowId FROM execution_data JOIN execution_entity ON id = executionId',
		);
		return triggers.map(({ workflow }) => {
			const found = new Map<string, number>();
			for (const { data } of rows.filter(({ workflowId }) => workflowId === workflow.id)) {
				const id = /om_[0-9a-f-]{36}/.exec(data)?.[0] ?? 'none';
				found.set(id, (found.get(id) ?? 0) + 1);
			}
			return found;
		});
	};

	it(
		'starts one execution of each workflow for each event',
		async () => {
			const larkApi = await saveCredential(setup, secrets);
			const publish = async () => await publishTrigger(setup, secrets, { larkApi });
			const triggers = [await publish(), await publish(), await publish()];
			const guest = await publish();

			let acknowledged = 0;
			let refused = 0;
			const owner = () => triggers[Math.floor(acknowledged / EVENTS_PER_URL) % triggers.length];
			const deliver = async () => {
				const event = messageEvent(secrets.verificationToken);
				for (;;) {
					const trigger = owner();
					const sent = await trigger.send(trigger.push(event)).catch(() => undefined);
					// While n8n starts, it answers 200 with a page; whoever routes by its readiness does not pass that on.
					if (sent?.status === 200 && sent.body.startsWith('{')) break;
					if (sent?.status === 503) refused++;
					await sleep(RETRY_MS);
				}
				acknowledged++;
			};
			let started = 0;
			const worker = async () => {
				while (started++ < COUNT) await deliver();
			};
			const at = async (share: number, act: () => Promise<unknown>) => {
				await waitFor(
					`${share} of the events`,
					() => acknowledged >= share * COUNT || undefined,
					600_000,
				);
				await act();
			};
			const accidents = async () => {
				await at(0.2, async () => await setup.client.unpublish(guest.workflow.id));
				await at(0.35, async () => await server.restart());
				await at(0.5, async () => await setup.client.publish(guest.workflow));
				await at(0.75, async () => await server.restart());
			};
			await Promise.all([accidents(), ...Array.from({ length: CONNECTIONS }, worker)]);

			const found = await waitFor('all executions', async () => {
				const all = await executions(triggers);
				return all.every(({ size }) => size >= COUNT) ? all : undefined;
			});
			console.log(`${COUNT} events acknowledged, ${refused} pushes were answered 503`);
			for (const each of found) {
				expect([...each].filter(([, count]) => count > 1)).toEqual([]);
				expect(each.size).toBe(COUNT);
			}
		},
		60 * 60 * 1000,
	);
});
