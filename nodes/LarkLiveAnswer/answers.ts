import type { ISupplyDataFunctions } from 'n8n-workflow';

import { readAnswerOptions } from '../shared/stream/answerProperties';
import type { LiveAnswer } from '../shared/stream/liveAnswer';
import { openAnswer } from '../shared/stream/openAnswer';
import { preparedElsewhere } from './answeredMessage';

/** The answers of a node in an execution, the latest last. */
const answers = new Map<string, LiveAnswer[]>();

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
	const known = answers.get(key) ?? [];
	const latest = known.at(-1);
	if (latest && !latest.isOver) return latest;

	const { replyInThread, ...settings } = readAnswerOptions(
		context.getNodeParameter('options', itemIndex, {}),
	);
	const identity = [String(context.getWorkflow().id), id, executionId, String(known.length)];
	const place = { messageId, inThread: replyInThread, identity };
	const isFirst = known.length === 0;
	const handed = isFirst ? preparedElsewhere(context, messageId, itemIndex) : undefined;
	const answer = await openAnswer(context, place, settings, handed);
	answers.set(key, [...known, answer]);

	const isStopped = () => context.getExecutionCancelSignal()?.aborted === true;
	context.onExecutionCancellation(() => void answer.finish('stopped'));
	context.onExecutionFinish?.(async () => {
		answers.delete(key);
		await answer.finish(isStopped() ? 'stopped' : 'failed');
	});
	return answer;
}
