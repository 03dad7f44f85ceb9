import { blockedBy, isFromBot } from '../events/filter';
import { mayMentionBot, messageOf, readMessage, senderOf } from '../events/message';
import type { ReceivedMessage } from '../events/message';
import type { LarkEvent } from '../push/envelope';
import { lazyClient, type DeliveryContext, type EventContext } from './context';
import { appIdOf, botOpenId } from './extras/bot';
import type { EventSettings } from './settings';
import { withTimeout } from './withTimeout';

/** How long an item may take to be completed, in ms. Lark waits 3 s for an answer; the rest is for n8n to store the execution. */
const COMPLETION_MS = 2_000;

/** How long an event waits for the bot's open_id, in ms. */
const BOT_MS = 800;

/** An event that starts the workflow, with what is known about it. */
export interface ChosenEvent {
	event: LarkEvent;
	/** Undefined for an event that is no message. */
	received: ReceivedMessage | undefined;
	delivery: DeliveryContext;
}

/**
 * Decides whether an event starts the workflow: chosen by type, and let through by the filters.
 * Never throws, and takes no longer than 0.8 seconds: without the bot's own open_id, which is asked
 * for once a day and process, a mention of any bot counts as one of this bot.
 *
 * @returns undefined for an event that is only acknowledged
 */
export async function chooseEvent(
	context: EventContext,
	event: LarkEvent,
	settings: EventSettings,
): Promise<ChosenEvent | undefined> {
	if (!settings.anyEvent && !settings.events.has(event.type)) return undefined;
	const deadline = performance.now() + COMPLETION_MS;
	const delivery = { context, client: lazyClient(context), appId: appIdOf(event), deadline };
	const bot = await findBot(event, delivery);
	const received = readMessage(event, bot);
	const obstacle = received && blockedBy(received, settings.filter, bot);
	if (obstacle) {
		context.logger.debug(`"${context.getNode().name}" starts nothing for a message: ${obstacle}`);
		return undefined;
	}
	return { event, received, delivery };
}

/** Asks for the bot's open_id, which only a message needs that may mention the bot or come from it. */
async function findBot(event: LarkEvent, { client }: DeliveryContext): Promise<string | undefined> {
	const message = messageOf(event);
	if (!message) return undefined;
	if (!mayMentionBot(message) && !isFromBot(senderOf(event))) return undefined;
	return await withTimeout(BOT_MS, botOpenId(event, client));
}
