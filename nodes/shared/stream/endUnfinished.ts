import type { JsonObject } from '../content/json';
import { batchUpdateCard } from '../lark/cardEntities';
import type { LarkClient } from '../transport/client';
import { ENDING, endSettings, lineElement, STATUS } from './answerCard';
import { refusalOf } from './refusal';
import { FAILED } from './words';

/** The sequence is too low: the answer is complete, or is being written. */
const IS_LATE = 300317;

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
 * Ends a card whose answer nobody writes any more, with words that say so.
 *
 * @param sequence higher than that of every request about such an answer
 * @returns false when Lark knows a higher one
 * @throws what Lark refuses it with otherwise
 */
export async function endUnfinished(
	client: LarkClient,
	cardId: string,
	sequence: number,
): Promise<boolean> {
	// The card may have no line to take away.
	for (const actions of [[...WORDS, WITHOUT_STATUS], WORDS]) {
		try {
			await client.call(batchUpdateCard, {
				path: { card_id: cardId },
				body: { actions: JSON.stringify(actions), sequence },
			});
			return true;
		} catch (error) {
			if (refusalOf(error).code === IS_LATE) return false;
			if (actions === WORDS) throw error;
		}
	}
	return false;
}
