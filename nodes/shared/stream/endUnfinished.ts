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
	const change = async (actions: JsonObject[]): Promise<Error | undefined> =>
		await client
			.call(batchUpdateCard, {
				path: { card_id: cardId },
				body: { actions: JSON.stringify(actions), sequence },
			})
			.then(
				() => undefined,
				(thrown: Error) => thrown,
			);
	const isLate = (error: Error) => refusalOf(error).code === IS_LATE;
	let error = await change([...WORDS, WITHOUT_STATUS]);
	// The card may have no line to take away.
	if (error && !isLate(error)) error = await change(WORDS);
	if (error && !isLate(error)) throw error;
	return !error;
}
