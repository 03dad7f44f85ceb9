import type { IDataObject, IExecuteFunctions, NodeTypeAndVersion } from 'n8n-workflow';

import { isObject } from '../../shared/objects';
import { InputError } from '../../shared/inputError';
import type { CallbackOutcome } from '../fields/item';

/**
 * So long before the trigger stops waiting an answer has to be given, in ms: with queue mode it comes from
 * another process.
 */
const ON_ITS_WAY_MS = 200;

const TOO_LATE =
	'Answer Card came too late: after 2.5 seconds, Lark gets the toast and card of the trigger. What the output says in in_time and warnings has become of the answer. Put what takes long behind this node.';

const isLarkTrigger = ({ type, disabled }: NodeTypeAndVersion): boolean =>
	!disabled && /\.lark(?:LongConnection)?Trigger$/.test(type);

/**
 * Gives the answer to the trigger that waits for it, as n8n's Respond to Webhook node does. A trigger
 * that answers with the last node takes the output of that node instead. When the trigger no longer waits,
 * nothing is given to it, and the editor says so.
 *
 * @throws InputError when there is no Lark Trigger, or it answers by itself
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/nodes-base/nodes/RespondToWebhook/RespondToWebhook.node.ts
 */
export async function answerCallback(
	context: IExecuteFunctions,
	itemIndex: number,
	answer: IDataObject,
): Promise<CallbackOutcome> {
	const { name } = context.getNode();
	const triggers = context
		.getParentNodes(name, { includeNodeParameters: true })
		.filter(isLarkTrigger);
	const [first] = triggers;
	if (!first) {
		throw new InputError(
			'Answer Card has no Lark Trigger before it, so that there is nobody to answer',
			'Start the workflow with a Lark Trigger on Card Action, and set its Answer Callbacks to Using Answer Card.',
		);
	}
	const modes = triggers.map(({ parameters }) => parameters?.callbackAnswer);
	if (modes.includes('responseNode')) {
		const callback = callbackOf(context, itemIndex, triggers);
		const answerBy = Date.parse(String(callback?.answer_by));
		if (callback && Date.now() > answerBy - ON_ITS_WAY_MS) {
			context.addExecutionHints({ message: TOO_LATE, type: 'warning', location: 'outputPane' });
			return { kind: 'late', callback, answerBy };
		}
		await context.sendResponse({ body: answer, headers: {}, statusCode: 200 });
		return { kind: Number.isNaN(answerBy) ? 'given' : 'inTime' };
	}
	if (modes.includes('lastNode')) return { kind: 'given' };
	throw new InputError(
		`"${first.name}" has answered already: it does so immediately`,
		'Set its Answer Callbacks to Using Answer Card. Without a toast, the card can also be replaced later, by Update Card From Callback.',
	);
}

/** The item of the callback that has started the execution; undefined when it began elsewhere. */
function callbackOf(
	context: IExecuteFunctions,
	itemIndex: number,
	triggers: NodeTypeAndVersion[],
): IDataObject | undefined {
	const data = context.getWorkflowDataProxy(itemIndex);
	for (const { name } of triggers) {
		try {
			const json: unknown = data.$(name).first().json;
			if (isObject(json)) return json as IDataObject;
		} catch {
			// n8n throws for a node that has not run.
			continue;
		}
	}
	return undefined;
}
