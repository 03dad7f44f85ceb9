import {
	NodeConnectionTypes,
	sleep,
	type ITriggerFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';

import { createCardEntity } from '../lark/cardEntities';
import { openClient } from '../transport/openClients';
import { newCard } from './answerCard';
import { missingSpares, rememberCard } from './openCards';
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
 * Makes the card for the answer to a message before its execution starts, and spare ones for a long answer, so that
 * the trigger can remember them: after a crash of n8n, `endLeftBehind` ends them. Never throws: without them, the answer
 * makes its own.
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
	const trigger = { appId: client.appId, workflowId: String(context.getWorkflow().id) };
	const make = async (key: Parameters<typeof rememberCard>[1]) => {
		const { card_id } = await client.call(createCardEntity, { body: { type: 'card_json', data } });
		rememberCard(context, key, String(card_id));
	};
	await make({ ...trigger, messageId });
	await Promise.all(Array.from({ length: missingSpares(trigger) }, async () => await make(trigger)));
}
