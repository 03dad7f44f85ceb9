import { chosenPeople } from '../../events/cardPeople';
import { toObject, toText } from '../../events/values';
import type { LarkEvent } from '../../push/envelope';
import type { DeliveryContext } from '../context';
import { withTimeout } from '../withTimeout';
import { requestUserName } from './names';

/** How long a card callback waits for names, in ms: a person is looking at the card. */
const NAME_MS = 700;

/** Whose names are asked for at most: a form may name a whole company. */
const MAX_PEOPLE = 20;

/**
 * Asks for the names of the person who has used a card, and of those whom they have chosen on it.
 * Never throws.
 *
 * @returns names by open ID; without those that are not known in time, as without the scopes for names
 */
export async function cardNamesOf(
	{ payload }: LarkEvent,
	{ client, appId }: DeliveryContext,
): Promise<Map<string, string>> {
	const { operator, action } = toObject(payload.event);
	const ids = [toText(toObject(operator).open_id), ...chosenPeople(toObject(action))];
	const names = new Map<string, string>();
	const requests = [...new Set(ids)]
		.filter((id) => id !== '')
		.slice(0, MAX_PEOPLE)
		.map(async (id) => {
			const name = await withTimeout(NAME_MS, requestUserName(id, appId, client));
			if (name) names.set(id, name);
		});
	await Promise.all(requests);
	return names;
}
