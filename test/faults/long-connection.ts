import { setTimeout as sleep } from 'node:timers/promises';

import type { ExecutionSummary } from '../../harness/n8n-server';
import { launch, openSetup, type TestSetup } from '../support/server';
import { connections, saveListener } from '../support/server/listener';
import { noCounts, pushAll, pushRest } from '../support/socket-ladder';

/** How many events, over how many seconds. */
const EVENTS = Number(process.env.FAULT_EVENTS ?? 2_000);
const SECONDS = Number(process.env.FAULT_SECONDS ?? EVENTS / 20);

/** Lark's ladder of 15 s, 5 min, 1 h, 6 h, so many times shorter. */
const TIME_SCALE = 1 / 200;

/** How many executions each message has started. */
async function executionsByMessage(
	{ client }: TestSetup,
	executions: ExecutionSummary[],
): Promise<Map<string, number>> {
	const found = new Map<string, number>();
	for (const { id } of executions) {
		const { data } = await client.execution(id);
		const [messageId] = /om_fault_\d+/.exec(JSON.stringify(data)) ?? ['?'];
		found.set(messageId, (found.get(messageId) ?? 0) + 1);
	}
	return found;
}

/** Waits until nothing runs any more, or until that takes too long: the report then says what still does. */
async function settled({ client }: TestSetup, workflowId: string): Promise<void> {
	const deadline = Date.now() + 3 * 60_000;
	while (Date.now() < deadline) {
		const newest = await client.executions(workflowId);
		if (newest.every(({ status }) => status !== 'new' && status !== 'running')) return;
		await sleep(500);
	}
}

async function main(): Promise<boolean> {
	const { server, address } = await launch();
	const setup = await openSetup({ timeScale: TIME_SCALE }, address);
	try {
		const { id, versionId } = await saveListener(setup);
		await setup.client.publish({ id, versionId });
		await connections(setup.sandbox, 1);

		const messageIds = Array.from({ length: EVENTS }, (_, i) => `om_fault_${i}`);
		const counts = noCounts();
		const ladder = { seconds: SECONDS, timeScale: TIME_SCALE };
		const pushing = pushAll(setup, messageIds, ladder, counts);
		await sleep((SECONDS * 1_000) / 2);
		process.kill(server.pid, 'SIGKILL');
		const acknowledgedBefore = counts.acknowledged.size;
		await server.restart();
		await pushing;
		await settled(setup, id);
		const acknowledgedOnTheLadder = counts.acknowledged.size;
		await pushRest(setup, messageIds, counts);
		const executions = await setup.client.allExecutions(id);
		const found = await executionsByMessage(setup, executions);
		const lost = messageIds.filter((messageId) => !found.has(messageId));
		const doubled = messageIds.filter((messageId) => (found.get(messageId) ?? 0) > 1);
		const statuses = [...new Set(executions.map(({ status }) => status))].map(
			(status) => `${executions.filter((each) => each.status === status).length} ${status}`,
		);
		console.log(`Long connection, n8n killed (SIGKILL) and restarted in the middle
  events                          ${EVENTS}
  pushes                          ${counts.pushes}
  acknowledged before the kill    ${acknowledgedBefore}
  acknowledged on the ladder      ${acknowledgedOnTheLadder}
  acknowledged in the end         ${counts.acknowledged.size}
  executions                      ${executions.length}: ${statuses.join(', ')}
  events without an execution     ${lost.length} ${lost.slice(0, 5).join(' ')}
  events with more than one       ${doubled.length} ${doubled.slice(0, 5).join(' ')}`);
		return (
			counts.acknowledged.size === EVENTS &&
			lost.length === 0 &&
			doubled.length === 0 &&
			executions.length === EVENTS
		);
	} finally {
		await setup.sandbox.close();
		await server.stop();
	}
}

main().then(
	(passed) => (process.exitCode = passed ? 0 : 1),
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
