import { sleep, type IWebhookFunctions } from 'n8n-workflow';

import { triggerKey } from '../../shared/trigger/context';
import type { VerifiedPush } from '../request';
import { ownUrl, rememberSiblings } from '../siblings/registry';
import { ledgerOf, type Claim } from './eventLedger';

/** More than n8n takes from the end of `webhook()` to the start of the execution. */
const STEPS = 100;

/**
 * Claims an event, knowing what n8n had stored when the request began.
 *
 * @returns as `EventLedger.claim`
 */
export function claimIn(
	context: IWebhookFunctions,
	identity: string,
	now: number,
): Claim | Promise<boolean> {
	const ledger = ledgerOf(triggerKey(context));
	ledger.merge(context.getWorkflowStaticData('node').events, now);
	return ledger.claim(identity, now);
}

/**
 * Has n8n write the ledger when it has stored the execution. To be called right before `webhook()`
 * returns: n8n 2.41 marks the static data as unchanged when it starts an execution, and asks whether
 * they have changed after its database has answered. So they are changed after the one, which takes
 * no waiting, and, in case it does, once more at the next turn; both are before the other.
 */
export async function saveWithExecution({ context, appId }: VerifiedPush, { saved }: Claim) {
	const memory = context.getWorkflowStaticData('node');
	rememberSiblings(context, appId, ownUrl(context));
	for (let step = 0; step < STEPS; step++) await undefined;
	memory.events = saved;
	await sleep(0);
	memory.events = saved;
}
