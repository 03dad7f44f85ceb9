import {
	NodeConnectionTypes,
	sleep,
	type ITriggerFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';

import { createCardEntity } from '../lark/cardEntities';
import { openClient } from '../transport/openClients';
import { cardInReserve } from './answerCard';
import { keepCard, missingSpares, rememberCards } from './openCards';
import { answerSettings } from './answerRequests';

type EventContext = ITriggerFunctions | IWebhookFunctions;

/** An event waits no longer for the card, in ms: Lark waits 3 s for its acknowledgement. */
const LONGEST_MS = 1_000;

/** A card that is ready, and when Lark made it, in ms by its clock. */
export interface PreparedCard {
	cardId: string;
	at: number;
}

const LIVE_ANSWER = /\.larkLiveAnswer$/;

/** Whether some agent or chain after a trigger gets its model from a Lark Live Answer node. */
export function leadsToLiveAnswer(context: EventContext): boolean {
	const connectionType = NodeConnectionTypes.AiLanguageModel;
	return context
		.getChildNodes(context.getNode().name)
		.flatMap(({ name }) => context.getParentNodes(name, { connectionType }))
		.some(({ type, disabled }) => LIVE_ANSWER.test(type) && !disabled);
}

/**
 * Makes the card for the answer to a message before its execution starts. Never throws: without it, the answer makes its
 * own.
 *
 * @param isRemembered whether this process is that of the trigger, which is to remember the card, and spare ones for a
 * long answer: after a crash of n8n, `endLeftBehind` ends them. Otherwise another process watches the card
 */
export async function prepareCard(
	context: EventContext,
	messageId: string,
	isRemembered: boolean,
): Promise<PreparedCard | undefined> {
	const timer = new AbortController();
	let card: PreparedCard | undefined;
	const prepare = async () => {
		const client = await openClient(context, 'bot', answerSettings(0));
		const data = JSON.stringify(cardInReserve());
		const make = async (): Promise<PreparedCard> => {
			const body = { type: 'card_json' as const, data };
			const { card_id } = await client.call(createCardEntity, { body });
			return { cardId: String(card_id), at: client.larkTime };
		};
		const trigger = { appId: client.appId, workflowId: String(context.getWorkflow().id) };
		const first = await make();
		const watchedFrom = isRemembered ? undefined : first.at;
		keepCard({ ...trigger, messageId }, { ...first, watchedFrom });
		card = first;
		if (!isRemembered) return;
		rememberCards(context, trigger);
		const spares = Array.from({ length: missingSpares(trigger) }, async () => {
			keepCard(trigger, await make());
			rememberCards(context, trigger);
		});
		await Promise.all(spares);
	};
	const prepared = prepare().catch((error: Error) => {
		const { name } = context.getNode();
		context.logger.warn(`"${name}" could not prepare a card: ${error.message}`);
	});
	await Promise.race([prepared, sleep(LONGEST_MS, timer.signal).catch(() => undefined)]);
	timer.abort();
	return card;
}
