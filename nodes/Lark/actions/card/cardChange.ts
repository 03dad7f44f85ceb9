import { changeCard } from '../../../shared/lark/changeCard';
import { cardEntityId } from '../../fields/cardEntity';
import type { OperationItem } from '../../fields/item';

/** What every request that changes a card entity has in its body, and its uuid. */
export interface NumberedChange {
	sequence: number;
	uuid: string;
}

/**
 * Makes the change of an item: once, whatever is retried.
 *
 * @param what tells it from other changes of the item
 * @param change sends the request
 * @returns the output of the operation
 * @throws InputError for no card ID, NodeApiError for what Lark refuses
 */
export async function changeOf(
	item: OperationItem,
	what: object,
	change: (cardId: string, numbered: NumberedChange) => Promise<unknown>,
) {
	const card_id = cardEntityId.read(item);
	const uuid = item.uuid(card_id, JSON.stringify(what));
	await changeCard(card_id, async (sequence) => await change(card_id, { sequence, uuid }));
	return { card_id, success: true };
}
