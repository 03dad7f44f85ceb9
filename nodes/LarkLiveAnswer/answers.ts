import type { ISupplyDataFunctions } from 'n8n-workflow';

import { readAnswerOptions } from '../shared/stream/answerProperties';
import type { LiveAnswer } from '../shared/stream/liveAnswer';
import { openAnswer } from '../shared/stream/openAnswer';
import { preparedElsewhere } from './answeredMessage';

/** The answers of a node in an execution. */
interface Kept {
	/** The latest last. */
	answers: LiveAnswer[];
	/** When the latest began, by `performance.now()`. */
	at: number;
}

const kept = new Map<string, Kept>();

/** How long they are kept where n8n does not tell that an execution has ended, in ms. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

/** Keeps an answer, and drops those whose execution must have ended. */
function keep(key: string, answers: LiveAnswer[]): void {
	const now = performance.now();
	for (const [other, { at }] of kept) if (at < now - LONGEST_MS) kept.delete(other);
	kept.set(key, { answers, at: now });
}

/**
 * The answer that a model writes: one for all turns of an agent, which n8n runs one by one, and for
 * its tries. A model that is asked again after it has answered begins a new one.
 *
 * @param messageId the message that is answered
 */
export async function answerTo(
	context: ISupplyDataFunctions,
	messageId: string,
	itemIndex: number,
): Promise<LiveAnswer> {
	const executionId = context.getExecutionId();
	const { id } = context.getNode();
	const key = [executionId, id, messageId].join(':');
	const known = kept.get(key)?.answers ?? [];
	const latest = known.at(-1);
	if (latest && !latest.isOver) return latest;

	const { replyInThread, ...settings } = readAnswerOptions(
		context.getNodeParameter('options', itemIndex, {}),
	);
	// n8n counts executions anew with a new database, and several n8n can have one workflow.
	const madeAt = context.getExecutionContext?.()?.establishedAt;
	const identity = [
		context.getInstanceId(),
		String(madeAt),
		String(context.getWorkflow().id),
		id,
		executionId,
		String(known.length),
	];
	const place = { messageId, inThread: replyInThread, identity };
	const isFirst = known.length === 0;
	const handed = isFirst ? preparedElsewhere(context, messageId, itemIndex) : undefined;
	const answer = await openAnswer(context, place, settings, handed);
	keep(key, [...known, answer]);

	const isStopped = () => context.getExecutionCancelSignal()?.aborted === true;
	context.onExecutionCancellation(() => void answer.finish('stopped'));
	context.onExecutionFinish?.(async () => {
		kept.delete(key);
		await answer.finish(isStopped() ? 'stopped' : 'failed');
	});
	return answer;
}
