import { withTimeout } from '../shared/trigger/withTimeout';
import { holdResponse } from './heldResponse';
import type { Claim } from './ledger/eventLedger';
import { noteEmits } from './ownExecution';
import type { VerifiedPush } from './request';

/** Makes Lark send the event again. */
export const NOT_STORED = 503;

/** How long after a push has come n8n may take to store its execution, in ms. */
export const STORED_MS = 2_800;

/** Waits until n8n has stored an execution, but not longer than Lark waits. The claim is settled in any case. */
export async function isStoredInTime(
	{ context, startedAt }: VerifiedPush,
	storing: Promise<void>,
	{ saved, settle }: Claim,
): Promise<boolean> {
	const outcome = storing.then(
		() => true,
		() => false,
	);
	void outcome.then(settle);
	const left = startedAt + STORED_MS - performance.now();
	const isStored = (await withTimeout(left, outcome)) ?? false;
	if (!isStored) return false;
	context.getWorkflowStaticData('node').events = saved;
	noteEmits(context, true);
	return true;
}

/** Answers in place of n8n, when n8n has stored the execution or has failed to. */
export async function respondWhenStored(
	{ context }: VerifiedPush,
	{ settle }: Pick<Claim, 'settle'>,
	othersHaveIt: Promise<boolean>,
): Promise<void> {
	const held = holdResponse(context.getResponseObject());
	const { status } = await held.given;
	const isStored = status < 300;
	settle(isStored);
	const isDone = isStored && (await othersHaveIt);
	held.send(isDone ? status : NOT_STORED, {});
}
