import {
	NodeConnectionTypes,
	sleep,
	type ITriggerFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';

import { createCardEntity } from '../lark/cardEntities';
import { openClient } from '../transport/openClients';
import { newCard } from './answerCard';
import { rememberCard } from './openCards';
import { answerSettings } from './answerRequests';
import { THINKING } from './words';

type EventContext = ITriggerFunctions | IWebhookFunctions;

/** An event waits no longer for the card, in ms: Lark waits 3 s for its acknowledgement. */
const LONGEST_MS = 1_000;

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
 * Makes the card for the answer to a message before its execution starts, so that the trigger can
 * remember the card: after a crash of n8n, `endLeftBehind` ends it. Never throws: without it, the answer makes its own.
 */
export async function prepareCard(context: EventContext, messageId: string): Promise<void> {
	const timer = new AbortController();
	const prepared = prepare(context, messageId).catch((error: Error) => {
		const { name } = context.getNode();
		context.logger.warn(`"${name}" could not prepare a card: ${error.message}`);
	});
	await Promise.race([prepared, sleep(LONGEST_MS, timer.signal).catch(() => undefined)]);
	timer.abort();
}

async function prepare(context: EventContext, messageId: string): Promise<void> {
	const client = await openClient(context, 'bot', answerSettings(0));
	const data = JSON.stringify(newCard('', THINKING));
	const { card_id } = await client.call(createCardEntity, { body: { type: 'card_json', data } });
	const key = { appId: client.appId, workflowId: String(context.getWorkflow().id), messageId };
	rememberCard(context, key, String(card_id));
}
