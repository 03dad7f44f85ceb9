import type { ITriggerFunctions } from 'n8n-workflow';

import type { JsonObject } from '../content/json';
import { batchUpdateCard } from '../lark/cardEntities';
import type { LarkClient } from '../transport/client';
import { openClient } from '../transport/openClients';
import { ENDING, endSettings, lineElement, STATUS } from './answerCard';
import { answerSettings } from './answerRequests';
import { cardsLeftBehind } from './openCards';
import { refusalOf } from './refusal';
import { LEFT_BEHIND } from './sequence';
import { FAILED } from './words';

/** The sequence is too low: the answer is complete. */
const IS_COMPLETE = 300317;

const WORDS: JsonObject[] = [
	{
		action: 'add_elements',
		params: { type: 'append', elements: [lineElement(ENDING, FAILED)] },
	},
	{ action: 'partial_update_setting', params: { settings: endSettings('', FAILED) } },
];

const WITHOUT_STATUS: JsonObject = {
	action: 'delete_elements',
	params: { element_ids: [STATUS] },
};

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
	if (client) for (const cardId of cardIds) await end(client, cardId).catch(warn);
}

async function end(client: LarkClient, cardId: string): Promise<void> {
	const change = async (sequence: number, actions: JsonObject[]) =>
		await client.call(batchUpdateCard, {
			path: { card_id: cardId },
			body: { actions: JSON.stringify(actions), sequence },
		});
	try {
		await change(LEFT_BEHIND, [...WORDS, WITHOUT_STATUS]);
	} catch (error) {
		// Otherwise the card may have no line to take away.
		if (refusalOf(error).code !== IS_COMPLETE) await change(LEFT_BEHIND, WORDS);
	}
}
