import { sleep } from 'n8n-workflow';

import type { LarkContext } from '../transport/caller';
import { openClient } from '../transport/openClients';
import { uncancelled } from '../transport/uncancelled';
import { answerSettings } from './answerRequests';
import { endUnfinished } from './endUnfinished';
import { closeCard } from './openCards';
import type { PreparedCard } from './prepareCard';
import { silentSequence } from './sequence';

/** How old a card is each time that its watcher looks whether its answer goes on, in minutes. */
const LOOKS = [2, 4, 8, 16, 32, 64];

const MINUTE_MS = 60_000;

/**
 * Watches a card that another process writes: when that process is killed, the card is ended with words. Returns at once
 * and never throws. A writer that lives is not disturbed, since it has written in the minute before.
 *
 * @param isNeeded whether it is still to be watched
 */
export function watchCard(
	context: Parameters<typeof openClient>[0] & Pick<LarkContext, 'logger'>,
	card: PreparedCard,
	isNeeded = () => true,
): void {
	void watch(uncancelled(context), card, isNeeded).catch((error: Error) => {
		const { name } = context.getNode();
		context.logger.warn(`"${name}" could not watch an answer: ${error.message}`);
	});
}

async function watch(
	context: Parameters<typeof openClient>[0],
	{ cardId, at }: PreparedCard,
	isNeeded: () => boolean,
): Promise<void> {
	const client = await openClient(context, 'bot', answerSettings(2));
	const startedAt = performance.now();
	for (const minutes of LOOKS) {
		await sleep(startedAt + minutes * MINUTE_MS - performance.now());
		if (!isNeeded()) return;
		const sequence = silentSequence(Math.max(client.larkTime - at, minutes * MINUTE_MS));
		if (await endUnfinished(client, cardId, sequence)) return closeCard(cardId);
	}
}
