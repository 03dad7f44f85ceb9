import type { INodeExecutionData } from 'n8n-workflow';

import { CARD_ACTION, flatCardAction } from '../events/cardAction';
import { conversationOf } from '../events/conversation';
import { commandOf } from '../events/filter';
import { flatEvent, flatMessage, timeOfMessage } from '../events/flat';
import type { ChosenEvent } from './chooseEvent';
import { addExtras } from './extras';
import { cardNamesOf } from './extras/cardNames';
import { sessionOf } from './sessions';
import type { EventSettings } from './settings';

/**
 * Makes the items of a chosen event. Call it once per execution, after duplicates are out.
 * Never throws; what is optional (names, attachments) takes no longer than two seconds in all.
 *
 * @param now Unix time in ms
 */
export async function eventItems(
	{ event, received, delivery }: ChosenEvent,
	{ simple, filter, sessionTimeout, extras }: EventSettings,
	now: number,
): Promise<INodeExecutionData[]> {
	if (!simple) return [{ json: event.payload }];
	if (event.type === CARD_ACTION) {
		return [{ json: flatCardAction(event, await cardNamesOf(event, delivery)) }];
	}
	if (!received) return [{ json: flatEvent(event) }];
	const session = sessionOf(
		delivery.context,
		conversationOf(received),
		timeOfMessage(received, now),
		sessionTimeout,
	);
	const command = commandOf(received, filter.commands);
	const item = { json: flatMessage(event, received, session, command) };
	await addExtras(item, received, extras, delivery);
	return [item];
}
