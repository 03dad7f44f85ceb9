import type { ActAs } from '../../shared/transport/actAs';
import type { Operation } from '../actions/operation';
import type { ItemParameters } from '../fields/item';

/** A group bot writes into one group, so all items are in one lane. */
const GROUP_OF_THE_BOT = 'the group of the bot';

/**
 * Tells what an item must wait for: the earlier items with the same value in one of the fields that
 * keep the order. A field that is hidden for the item has no value.
 *
 * @returns nothing for an item that depends on no other, or whose parameters cannot be read
 */
export function lanesOf({ lanes }: Operation, item: ItemParameters, actAs: ActAs): string[] {
	if (actAs === 'groupBot') return [GROUP_OF_THE_BOT];
	if (typeof lanes === 'function') return lanes(item);
	try {
		const values = lanes.map(({ property }) => item.string(property.name).trim());
		return values.filter((value) => value !== '');
	} catch {
		return []; // Running it will say what is wrong with the parameter.
	}
}
