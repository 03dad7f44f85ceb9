import type { INodeExecutionData, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { withCard } from './handedCard';
import { isUnused } from './openCards';
import { leadsToLiveAnswer, prepareCard } from './prepareCard';
import { watchCard } from './watchCard';

/**
 * Prepares the card for a Lark Live Answer node after a trigger, if there is one, and watches it when another process
 * runs the execution.
 *
 * @param isRemembered as in `prepareCard`
 * @returns the items that the execution starts with
 */
export async function handNodeCard(
	context: ITriggerFunctions | IWebhookFunctions,
	items: INodeExecutionData[],
	messageId: string | undefined,
	isRemembered: boolean,
): Promise<INodeExecutionData[]> {
	if (!messageId || context.getMode() === 'manual' || !leadsToLiveAnswer(context)) return items;
	const card = await prepareCard(context, messageId, isRemembered);
	if (!card) return items;
	watchCard(context, card, () => isUnused(card.cardId));
	return withCard(items, { ...card, messageId, isStreamed: false });
}
