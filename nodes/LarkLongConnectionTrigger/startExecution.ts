import { createHash } from 'node:crypto';
import {
	NodeOperationError,
	type INodeExecutionData,
	type IRun,
	type ITriggerFunctions,
} from 'n8n-workflow';

import { eventKeyOf } from '../shared/push/eventKey';
import type { ChosenEvent } from '../shared/trigger/chooseEvent';
import { triggerKey } from '../shared/trigger/context';
import type { EventSettings } from '../shared/trigger/settings';
import { Aggregation, itemsOf, type Member } from '../shared/trigger/window/aggregation';
import { storeOnce } from './storeOnce';

/** Keeps the key of each event. */
const aggregation = new Aggregation<string>();

/**
 * Starts an execution for an event, or, within the aggregation window, one for several.
 *
 * @throws when n8n could not store it; the next call for the event tries again
 */
export async function startExecution(
	context: ITriggerFunctions,
	chosen: ChosenEvent,
	settings: EventSettings,
): Promise<void> {
	const isTest = context.getMode() === 'manual';
	const node = triggerKey(context);
	const eventKey = eventKeyOf(chosen.event);

	const emit = async (members: Array<Member<string>>) => {
		const items = await itemsOf(members);
		if (isTest) return context.emit([items]);
		const eventKeys = combineKeys(members.map(({ own }) => own));
		const key = [context.getWorkflow().id, context.getNode().id, eventKeys].join(':');
		await emitAndWait(context, items, key);
	};
	const start = async () => {
		const entry = aggregation.add(node, chosen, settings, Date.now(), eventKey);
		if (entry.gathered) {
			const emitted = entry.gathered.then(emit);
			emitted.then(
				() => entry.settle(true),
				() => entry.settle(false),
			);
			await emitted;
		} else if (!(await entry.isStored)) {
			throw new NodeOperationError(
				context.getNode(),
				'n8n could not store the messages of a window',
			);
		}
	};
	return isTest ? await start() : await storeOnce(`${node}:${eventKey}`, performance.now(), start);
}

/** The same events have the same key, in whatever order they come. */
function combineKeys([first, ...others]: string[]): string {
	if (others.length === 0) return first;
	return createHash('sha256')
		.update([first, ...others].sort().join())
		.digest('base64url');
}

/**
 * Starts an execution under a deduplication key. `emit` gives no sign that n8n has stored an execution, but
 * settles a promise: it resolves when the execution has ended or one with the key existed already, and
 * rejects when n8n could not store it.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/workflows/triggers/trigger-execution-context.factory.ts
 * `getExecuteTriggerFunctions` (emit) and `settleDonePromise`
 */
async function emitAndWait(
	context: ITriggerFunctions,
	items: INodeExecutionData[],
	key: string,
): Promise<void> {
	const done = context.helpers.createDeferredPromise<IRun>();
	context.emit([items], undefined, done, key);
	await done.promise;
}
