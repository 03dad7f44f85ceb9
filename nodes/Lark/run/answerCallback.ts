import type { IDataObject, IExecuteFunctions, NodeTypeAndVersion } from 'n8n-workflow';

import { InputError } from '../../shared/inputError';

const isLarkTrigger = ({ type, disabled }: NodeTypeAndVersion): boolean =>
	!disabled && /\.lark(?:LongConnection)?Trigger$/.test(type);

/**
 * Gives the answer to the trigger that waits for it, as n8n's Respond to Webhook node does. A trigger
 * that answers with the last node takes the output of that node instead.
 *
 * @throws InputError when there is no Lark Trigger, or it answers by itself
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/nodes-base/nodes/RespondToWebhook/RespondToWebhook.node.ts
 */
export async function answerCallback(
	context: IExecuteFunctions,
	answer: IDataObject,
): Promise<void> {
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
		return await context.sendResponse({ body: answer, headers: {}, statusCode: 200 });
	}
	if (modes.includes('lastNode')) return;
	throw new InputError(
		`"${first.name}" has answered already: it does so immediately`,
		'Set its Answer Callbacks to Using Answer Card. Without a toast, the card can also be replaced later, by Update Card From Callback.',
	);
}
