import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { CARD_ACTION, flatCardAction } from '../events/cardAction';
import { textBehindCommand } from '../events/command';
import { commandOf } from '../events/filter';
import { flatEvent, flatMessage } from '../events/flat';
import type { ReceivedMessage } from '../events/message';
import { recentText } from '../events/recent';
import { CALLBACK_DEADLINE_MS } from './callback/callbackResponse';
import type { ChosenEvent } from './chooseEvent';
import type { EventContext } from './context';
import { addExtras } from './extras';
import { cardNamesOf } from './extras/cardNames';
import { requestRecent } from './extras/recent';
import { isSessionCommand, rememberCommand, sessionOf } from './sessions';
import type { Session } from './sessions/session';
import type { EventSettings } from './settings';

/** An event of which items are made. */
export interface ItemRequest {
	chosen: ChosenEvent;
	settings: EventSettings;
	/** When the event came, Unix time in ms. */
	now: number;
	/** Of a message. */
	session?: Session;
	/** Whether the item of a message gets what was written before, if the trigger is set to. */
	withRecent?: boolean;
}

/**
 * Makes the items of a chosen event. Call it once per execution, after duplicates are out.
 * Never throws; what is optional (names, attachments, recent messages) takes no longer than two seconds in all.
 */
export async function eventItems(request: ItemRequest): Promise<INodeExecutionData[]> {
	const { chosen, settings, now } = request;
	const { event, received, delivery } = chosen;
	if (!settings.simple) return [{ json: event.payload }];
	if (event.type === CARD_ACTION) {
		const names = await cardNamesOf(event, delivery);
		const answer_by = new Date(now + waitingTime(delivery.context)).toISOString();
		return [{ json: { ...flatCardAction(event, names), answer_by } }];
	}
	if (!received) return [{ json: flatEvent(event) }];
	const { sessions, filter, extras } = settings;
	const session = request.session ?? sessionOf(delivery.context, received, sessions, now);
	const isUsed = sessions.timeout > 0 || sessions.commands.length > 0;
	const command = commandOf(received, [...filter.commands, ...sessions.commands]);
	const item: INodeExecutionData = {
		json: {
			...flatMessage(event, received, session.id, command),
			...(isSessionCommand(received, sessions.commands) && { chatInput: chatInputOf(received) }),
			...(isUsed && { is_new_session: session.isNew }),
		},
	};
	const warnings = await Promise.all([
		addExtras(item, received, extras, delivery),
		extras.recent > 0 && request.withRecent !== false
			? addRecent(item.json, request, received)
			: [],
	]);
	if (warnings.flat().length > 0) item.json.warnings = warnings.flat();
	return [item];
}

/** How long a trigger can wait for a workflow, in ms. A test of the long connection ends with its first event. */
const waitingTime = (context: EventContext): number =>
	'emit' in context && context.getMode() === 'manual' ? 0 : CALLBACK_DEADLINE_MS;

/** What an agent is asked: the words behind the command, or the command when it stands alone. */
const chatInputOf = ({ text, names }: ReceivedMessage): string =>
	textBehindCommand(text, names) || text;

/** @returns what the item says about what is missing */
async function addRecent(
	json: IDataObject,
	{ chosen, settings, now }: ItemRequest,
	received: ReceivedMessage,
): Promise<string[]> {
	const { filter, sessions, extras } = settings;
	const { context } = chosen.delivery;
	const wanted = { filter, sessions, count: extras.recent };
	const { messages, commandTime, warnings } = await requestRecent(
		received,
		wanted,
		chosen.delivery,
	);
	json.recent_messages = messages.map((message) => ({ ...message }));
	json.recent_text = recentText(messages);
	if (commandTime !== undefined) {
		rememberCommand(context, received, commandTime);
		json.sessionId = sessionOf(context, received, sessions, now).id;
	}
	return warnings;
}
