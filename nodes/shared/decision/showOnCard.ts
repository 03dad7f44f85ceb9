import type { IWebhookFunctions } from 'n8n-workflow';

import { cardContent } from '../content/card';
import type { JsonObject } from '../content/json';
import { patchCard } from '../lark/messages';
import { openClient } from '../transport/openClients';
import { withTimeout } from '../trigger/withTimeout';

/** How long the card may take, in ms; the execution goes on all the same. */
const CARD_MS = 3_000;

/** Puts another card in place of one that was sent; a card that stays as it is fails nothing. */
export async function showOnCard(
	context: IWebhookFunctions,
	message_id: string,
	card: JsonObject,
): Promise<void> {
	const work = async () => {
		const lark = await openClient(context, 'bot');
		const { content } = cardContent(card);
		return await lark.call(patchCard, { path: { message_id }, body: { content } });
	};
	if (await withTimeout(CARD_MS, work())) return;
	context.logger.warn(`"${context.getNode().name}" could not show the answer on its card`);
}
