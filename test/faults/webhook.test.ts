import { randomUUID } from 'node:crypto';

import { waitFor, type N8n } from '../../harness/n8n-server';
import { FAST_EXPRESSIONS, launch, openSetup, type TestSetup } from '../support/server';
import { query } from '../support/server/database';
import { messageEvent } from '../support/events';
import { randomFrom } from '../../harness/random';
import { publishTrigger } from '../support/server/published-trigger';
import { Ladder, type Story } from '../support/ladder';

const COUNT = Number(process.env.FAULT_EVENTS ?? 2_000);
const SEED = Number(process.env.FAULT_SEED ?? 20_261_121);
const CONNECTIONS = Number(process.env.FAULT_CONNECTIONS ?? 8);
/** Shortens Lark's retry delays of 6 h 5 min to 22 s. */
const TIME_SCALE = 0.001;

const secrets = { encryptKey: `key ${randomUUID()}`, verificationToken: `token ${randomUUID()}` };

describe(`${COUNT} messages, each pushed 1 to 4 times, on the ladder or at the same moment, n8n killed in the middle`, () => {
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

	/** How the executions of each message ended. */
	const executionsByMessage = async () => {
		const rows = await query<{ data: string; status: string }>(
			server,
			'SELECT data, status FROM execution_data JOIN execution_entity ON id = executionId',
		);
		const found = new Map<string, string[]>();
		for (const { data, status } of rows) {
			const id = /om_[0-9a-f-]{36}/.exec(data)?.[0] ?? 'none';
			found.set(id, [...(found.get(id) ?? []), status]);
		}
		return found;
	};

	it(
		'starts one execution for each, but for those in flight at the kill',
		async () => {
			const trigger = await publishTrigger(setup, secrets);
			const random = randomFrom(SEED);
			const events = Array.from({ length: COUNT }, () => messageEvent(secrets.verificationToken));
			const acknowledged = new Set<string>();
			let inFlight = new Set<string>();
			let restarted: Promise<void> | undefined;
			const ladder = new Ladder({
				connections: CONNECTIONS,
				timeScale: TIME_SCALE,
				onAcknowledged(id) {
					acknowledged.add(id);
					if (restarted || acknowledged.size < COUNT / 2) return;
					inFlight = new Set([...ladder.inFlight, ...ladder.open]);
					process.kill(server.pid, 'SIGKILL');
					restarted = server.restart();
				},
			});

			const stories: Story[] = [];
			const worker = async () => {
				for (let event = events.pop(); event; event = events.pop()) {
					const sent = event;
					const times = 1 + random.below(4);
					const { message_id } = sent.event.message;
					const args = [trigger.url, message_id, times, () => trigger.push(sent)] as const;
					stories.push(
						random.below(2) ? await ladder.deliver(...args) : await ladder.deliverAtOnce(...args),
					);
				}
			};
			await Promise.all(Array.from({ length: COUNT }, worker));
			await restarted;
			ladder.close();

			const executions = await waitFor('all executions', async () => {
				const found = await executionsByMessage();
				return found.size >= COUNT ? found : undefined;
			});
			const several = [...executions].filter(([, statuses]) => statuses.length > 1);
			const doubled = several.map(([id]) => id);
			const unexpected = several.filter(([id]) => !inFlight.has(id));
			const sum = (key: 'pushes' | 'unheard') =>
				stories.reduce((total, story) => total + story[key], 0);
			console.log(
				`seed ${SEED}: ${COUNT} messages, ${sum('pushes')} pushes, ` +
					`${sum('unheard')} more while n8n was down, ${acknowledged.size} acknowledged, ` +
					`${COUNT - executions.size} lost, ${doubled.length} doubled, ${inFlight.size} in flight at the kill`,
			);
			expect(acknowledged.size).toBe(COUNT);
			expect(executions.size).toBe(COUNT);
			expect(unexpected).toEqual([]);
			expect(Math.max(...[...executions.values()].map(({ length }) => length))).toBeLessThan(3);
		},
		60 * 60 * 1000,
	);
});
