import { sleep, type IWebhookFunctions } from 'n8n-workflow';

import { triggerKey, type EventContext } from '../../shared/trigger/context';
import type { VerifiedPush } from '../request';
import type { Claim } from './eventLedger';
import { ledgerOf } from './ledgers';

/** More microtasks than n8n needs from the end of `webhook()` to the start of the execution. */
const MICROTASKS = 100;

/**
 * Claims an event, knowing what n8n had stored when the request began.
 *
 * @returns as `EventLedger.claim`
 */
export function claimIn(
	context: IWebhookFunctions,
	eventKey: string,
	now: number,
): Claim | Promise<boolean> {
	const uptime = performance.now();
	const ledger = ledgerOf(triggerKey(context), uptime);
	ledger.merge(context.getWorkflowStaticData('node').events, now, uptime);
	return ledger.claim(eventKey, now, uptime);
}

/** Whether an event is known to a trigger already: n8n has stored it, or is about to. */
export function isKnownIn(context: EventContext, eventKey: string, now: number): boolean {
	const uptime = performance.now();
	const ledger = ledgerOf(triggerKey(context), uptime);
	ledger.merge(context.getWorkflowStaticData('node').events, now, uptime);
	return ledger.knows(eventKey, uptime);
}

/**
 * Has n8n write the ledger when it has stored the execution. To be called right before `webhook()`
 * returns, because the static data have to change at the right moment:
 *
 * - not before `WorkflowRunner.run`: its `establishContextForPersistence` makes a `Workflow` of the same
 *   static data, and `ObservableObject.create` marks them as unchanged;
 * - before `LiveWebhooks.executeWebhook` calls `saveStaticData`, which writes changed ones only, after the
 *   database has stored the execution.
 *
 * `run` starts some microtasks after `webhook()` returns, and at the next turn of the event loop if n8n
 * has to wait for something: the ledger is put in at both moments.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/workflow-runner.ts
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/live-webhooks.ts
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/workflow/src/observable-object.ts
 */
export async function saveWithExecution({ context }: VerifiedPush, { saved }: Claim) {
	const staticData = context.getWorkflowStaticData('node');
	for (let step = 0; step < MICROTASKS; step++) await undefined;
	staticData.events = saved;
	await sleep(0);
	staticData.events = saved;
}
