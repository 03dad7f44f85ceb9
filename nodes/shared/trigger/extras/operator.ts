import { toObject, toText } from '../../events/values';
import type { LarkEvent } from '../../push/envelope';
import type { DeliveryContext } from '../context';
import { withTimeout } from '../withTimeout';
import { requestUserName } from './names';

/** How long a card callback waits for the name, in ms: a person is looking at the card. */
const NAME_MS = 700;

/**
 * Asks for the name of the person who has used a card. Never throws.
 *
 * @returns undefined when it is not known in time, as without the scopes for names
 */
export async function operatorNameOf(
	{ payload }: LarkEvent,
	{ client, appId }: DeliveryContext,
): Promise<string | undefined> {
	const openId = toText(toObject(toObject(payload.event).operator).open_id);
	if (openId === '') return undefined;
	return (await withTimeout(NAME_MS, requestUserName(openId, appId, client))) || undefined;
}
