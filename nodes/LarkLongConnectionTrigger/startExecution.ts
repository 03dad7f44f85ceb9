import { NodeOperationError, type IRun, type ITriggerFunctions } from 'n8n-workflow';

import { eventKeyOf } from '../shared/push/eventKey';
import { toText } from '../shared/events/values';
import { handNodeCard } from '../shared/stream/handNodeCard';
import type { ChosenEvent } from '../shared/trigger/chooseEvent';
import { triggerKey } from '../shared/trigger/context';
import { emitOnce, executionKey } from '../shared/trigger/emitOnce';
import { reactUntil } from '../shared/trigger/receipt';
import { replyToCommand } from '../shared/trigger/sessions/replyToCommand';
import type { EventSettings } from '../shared/trigger/settings';
import { Aggregation, itemsOf, type Member } from '../shared/trigger/window/aggregation';
import type { WorkflowAnswer } from './answerOfWorkflow';
import { storeOnce } from './storeOnce';

/** Keeps the key of each event. */
const aggregation = new Aggregation<string>();

/**
 * Starts an execution for an event, or, within the aggregation window, one for several. A command that the
 * trigger replies to itself starts none.
 *
 * @param answer gets what a node of the workflow answers the event with
 * @throws when n8n could not store it; the next call for the event tries again
 */
export async function startExecution(
	context: ITriggerFunctions,
	chosen: ChosenEvent,
	settings: EventSettings,
	answer?: WorkflowAnswer,
): Promise<void> {
	const isTest = context.getMode() === 'manual';
	const node = triggerKey(context);
	const eventKey = eventKeyOf(chosen.event);

	const emit = async (members: Array<Member<string>>) => {
		const items = await itemsOf(members);
		if (isTest) return context.emit([items]);
		const eventKeys = members.map(({ own }) => own);
		const messageId = toText(items[0].json.message_id);
		const given = await handNodeCard(context, items, messageId, true);
		const done = context.helpers.createDeferredPromise<IRun>();
		reactUntil(context, items, done.promise);
		await emitOnce(context, given, executionKey(context, eventKeys), answer, done);
	};
	const start = async () => {
		if (await replyToCommand(chosen, settings, Date.now())) return;
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
