import type { INodeExecutionData } from 'n8n-workflow';

import type { LarkEvent } from '../push/envelope';
import { addExtras, type DeliveryContext } from './extras';
import { appOf, botOpenId } from './extras/bot';
import { lazyClient, type EventContext } from './context';
import { sessionOf } from './sessions';
import { withTimeout } from './withTimeout';
import { blockedBy, commandOf, isFromBot } from '../events/filter';
import { flatEvent, flatMessage, timeOfMessage } from '../events/flat';
import {
	mayMentionBot,
	messageOf,
	readMessage,
	senderOf,
	type ReceivedMessage,
} from '../events/message';
import { conversationOf } from './sessions/session';
import type { EventSettings } from './settings';

export type { EventContext } from './context';

/** Lark waits 3 s for an answer; the rest is for n8n to store the execution. */
const OPTIONAL_MS = 2_000;

/** How long an event waits for the bot's open_id, in ms. */
const BOT_MS = 800;

/** An event that starts the workflow, with what is known about it. */
export interface ChosenEvent {
	event: LarkEvent;
	/** Undefined for an event that is no message. */
	received: ReceivedMessage | undefined;
	delivery: DeliveryContext;
}

/** Only a message that may mention the bot, or may come from it, has to wait for the bot's open_id. */
async function knowBot(event: LarkEvent, { client }: DeliveryContext): Promise<string | undefined> {
	const message = messageOf(event);
	if (!message) return undefined;
	if (!mayMentionBot(message) && !isFromBot(senderOf(event))) return undefined;
	return await withTimeout(BOT_MS, botOpenId(event, client, Date.now()));
}

/**
 * Decides whether an event starts the workflow: chosen by type, and let through by the filters.
 * Never throws, and takes no longer than 0.8 seconds: without the bot's own open_id, which is asked
 * for once a day and process, a mention of any bot counts as one of this bot.
 *
 * @returns undefined for an event that is only acknowledged
 */
export async function choose(
	context: EventContext,
	event: LarkEvent,
	settings: EventSettings,
): Promise<ChosenEvent | undefined> {
	if (!settings.anyEvent && !settings.events.has(event.type)) return undefined;
	const deadline = Date.now() + OPTIONAL_MS;
	const delivery = { context, client: lazyClient(context), app: appOf(event), deadline };
	const bot = await knowBot(event, delivery);
	const received = readMessage(event, bot);
	const obstacle = received && blockedBy(received, settings.filter, bot);
	if (obstacle) {
		context.logger.debug(`"${context.getNode().name}" starts nothing for a message: ${obstacle}`);
		return undefined;
	}
	return { event, received, delivery };
}

/**
 * Makes the items of a chosen event. Call it once per execution, after duplicates are out.
 * Never throws; what is optional (names, attachments) takes no longer than two seconds in all.
 *
 * @param now Unix time in ms
 */
export async function deliver(
	context: EventContext,
	{ event, received, delivery }: ChosenEvent,
	{ simple, filter, sessionTimeout, extras }: EventSettings,
	now: number,
): Promise<INodeExecutionData[]> {
	if (!simple) return [{ json: event.payload }];
	if (!received) return [{ json: flatEvent(event) }];
	const session = sessionOf(
		context,
		conversationOf(received),
		timeOfMessage(received, now),
		sessionTimeout,
	);
	const command = commandOf(received, filter.commands);
	const item = { json: flatMessage(event, received, session, command) };
	await addExtras(item, received, extras, delivery);
	return [item];
}
