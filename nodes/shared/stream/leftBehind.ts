import type { ITriggerFunctions } from 'n8n-workflow';

import { openClient } from '../transport/openClients';
import { answerSettings } from './answerRequests';
import { endUnfinished } from './endUnfinished';
import { cardsLeftBehind } from './openCards';
import { LEFT_BEHIND } from './sequence';

/**
 * Ends the answers that a process before this one has begun and not completed, because it was killed: with words
 * that say so. To be called when a published trigger starts. Never throws.
 */
export async function endLeftBehind(context: ITriggerFunctions): Promise<void> {
	const cardIds = cardsLeftBehind(context.getWorkflowStaticData('node'));
	if (cardIds.length === 0 || context.getMode() === 'manual') return;
	const warn = (error: Error) => {
		const { name } = context.getNode();
		const what = 'could not end an answer that was interrupted';
		context.logger.warn(`"${name}" ${what}: ${error.message}`);
	};
	const client = await openClient(context, 'bot', answerSettings(2)).catch(warn);
	// One that Lark refuses, such as a card that has expired, leaves the others.
	if (client)
		for (const cardId of cardIds) await endUnfinished(client, cardId, LEFT_BEHIND).catch(warn);
}
