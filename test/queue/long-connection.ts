import type { Section } from '../../harness/report';
import type { TestSetup } from '../support/server';
import { connections, saveListener } from '../support/server/listener';
import { noCounts, pushAll, pushRest } from '../support/socket-ladder';
import type { Installation } from './harness/installation';

const PER_SECOND = 20;

/** Lark's ladder of 15 s, 5 min, 1 h, 6 h, so many times shorter. */
const TIME_SCALE = 1 / 200;

/** Messages over the long connection of the main process, run by the workers: one execution each. */
export async function longConnection(
	{ database }: Installation,
	setup: TestSetup,
	count: number,
): Promise<Section> {
	const { id, versionId } = await saveListener(setup);
	await setup.client.publish({ id, versionId });
	await connections(setup.sandbox, 1);
	const messageIds = Array.from({ length: count }, (_, i) => `om_queue_${i}`);
	const counts = noCounts();
	const ladder = { seconds: count / PER_SECOND, timeScale: TIME_SCALE };
	await pushAll(setup, messageIds, ladder, counts);
	const found = await database.executionsByMessage(id);
	const onTheLadder = counts.acknowledged.size;
	await pushRest(setup, messageIds, counts);
	await setup.client.unpublish(id);

	const { pushes, acknowledged } = counts;
	const all = [...found.values()];
	const lost = messageIds.filter((messageId) => !found.has(messageId)).length;
	const failed = all.filter(({ statuses }) => !statuses.includes('success')).length;
	const executions = all.reduce((sum, each) => sum + each.executions, 0);
	return {
		name: 'Lark Long Connection Trigger in queue mode',
		measured: {
			[`${count} events`]: {
				pushes,
				'acknowledged on the ladder': onTheLadder,
				acknowledged: acknowledged.size,
				executions,
				lost,
				failed,
			},
		},
		checks: [
			{ what: 'acknowledged', value: acknowledged.size, atLeast: count },
			{ what: 'lost', value: lost + failed, atMost: 0 },
			{ what: 'executions', value: executions, atMost: count },
		],
	};
}
