import { createHash } from 'node:crypto';
import {
	NodeOperationError,
	type INodeExecutionData,
	type IRun,
	type ITriggerFunctions,
} from 'n8n-workflow';

import { triggerKey } from '../shared/trigger/context';
import type { ChosenEvent } from '../shared/trigger/chooseEvent';
import { eventKeyOf } from '../shared/push/eventKey';
import type { EventSettings } from '../shared/trigger/settings';
import { Aggregation, itemsOf, type Member } from '../shared/trigger/window/aggregation';
import { storeOnce } from './storeOnce';

/** By what n8n and Lark tell the events apart. */
const aggregation = new Aggregation<string>();

/**
 * Starts an execution. n8n gives no sign that it has stored one, but that it has ended, that it existed
 * already, or that it could not be stored: the first two resolve, the last rejects.
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

/** The same events have the same key, in whatever order they come. */
const keyOf = ([first, ...others]: string[]): string =>
	others.length === 0
		? first
		: createHash('sha256')
				.update([first, ...others].sort().join())
				.digest('base64url');

/**
 * Starts an execution for an event, or, within the aggregation window, one for several.
 *
 * @throws when n8n could not store it; the next call for the event tries again
 */
export async function startOnce(
	context: ITriggerFunctions,
	chosen: ChosenEvent,
	settings: EventSettings,
): Promise<void> {
	const now = Date.now();
	const isTest = context.getMode() === 'manual';
	const node = triggerKey(context);
	const identity = eventKeyOf(chosen.event);

	const emit = async (members: Array<Member<string>>) => {
		const items = await itemsOf(members);
		if (isTest) return context.emit([items]);
		const identities = keyOf(members.map(({ own }) => own));
		const key = [context.getWorkflow().id, context.getNode().id, identities].join(':');
		await emitAndWait(context, items, key);
	};
	const start = async () => {
		const { gathered, isStored, settle } = aggregation.join(node, chosen, settings, now, identity);
		if (gathered) {
			const emitted = gathered.then(emit);
			emitted.then(
				() => settle(true),
				() => settle(false),
			);
			await emitted;
		} else if (!(await isStored)) {
			throw new NodeOperationError(
				context.getNode(),
				'n8n could not store the messages of a window',
			);
		}
	};
	return isTest ? await start() : await storeOnce(`${node}:${identity}`, now, start);
}
