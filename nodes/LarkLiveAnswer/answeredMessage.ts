import type { INodeExecutionData, ISupplyDataFunctions } from 'n8n-workflow';

import { isObject } from '../shared/objects';
import { InputError } from '../shared/inputError';
import { handedCardOf, type HandedCard } from '../shared/stream/handedCard';
import { readText } from '../shared/values';

const TRIGGER_TYPE = /\.lark(?:LongConnection)?Trigger$/;

const MESSAGE_ID = /^om_\w+$/;

/**
 * The names of the Lark triggers that lead to the agent or chain.
 *
 * @param before the node that has given the agent its items
 */
function triggersBefore(context: ISupplyDataFunctions, before: string): string[] {
	const names = [before, ...context.getChildNodes(before).map(({ name }) => name)];
	const parents = names.flatMap((name) => context.getParentNodes(name));
	return [
		...new Set(parents.filter(({ type }) => TRIGGER_TYPE.test(type)).map(({ name }) => name)),
	];
}

/** The item with which a Lark trigger has started the execution. */
function itemOfTrigger(
	context: ISupplyDataFunctions,
	itemIndex: number,
): INodeExecutionData | undefined {
	const data = context.getWorkflowDataProxy(itemIndex);
	const before: unknown = data.$prevNode?.name;
	if (typeof before !== 'string') return undefined;
	for (const trigger of triggersBefore(context, before)) {
		try {
			const item = data.$(trigger).first() as INodeExecutionData;
			if (isObject(item.json) && typeof item.json.message_id === 'string') return item;
		} catch {
			// n8n throws for a node that has not run: the execution began elsewhere.
			continue;
		}
	}
	return undefined;
}

/** The card that the trigger has prepared in another process for the answer to a message. */
export function preparedElsewhere(
	context: ISupplyDataFunctions,
	messageId: string,
	itemIndex: number,
): HandedCard | undefined {
	const card = handedCardOf(itemOfTrigger(context, itemIndex));
	return card?.messageId === messageId && !card.isStreamed ? card : undefined;
}

/**
 * Finds the message that is answered.
 *
 * @throws InputError when there is none
 */
export function answeredMessage(context: ISupplyDataFunctions, itemIndex: number): string {
	const entered = readText(
		'Message ID',
		context.getNodeParameter('messageId', itemIndex, ''),
	).trim();
	const messageId = entered || String(itemOfTrigger(context, itemIndex)?.json.message_id ?? '');
	if (MESSAGE_ID.test(messageId)) return messageId;
	throw new InputError(
		messageId === '' ? 'Message ID is empty' : `Message ID cannot be "${messageId}"`,
		'Enter the message_id that a Lark trigger gives, which starts with om_.',
	);
}
