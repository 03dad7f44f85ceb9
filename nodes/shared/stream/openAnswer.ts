import { sleep } from 'n8n-workflow';

import type { LarkContext } from '../transport/caller';
import { openClient } from '../transport/openClients';
import { uncancelled } from '../transport/uncancelled';
import { answerSettings } from './answerRequests';
import type { HandedCard } from './handedCard';
import { larkPort, type AnswerPlace } from './larkPort';
import { LiveAnswer, type LiveAnswerSettings } from './liveAnswer';
import { closeCard, takeCard } from './openCards';
import type { AnswerEnding } from './operations';
import { streamPaceOf } from './pace';
import type { ReaderWords } from './words';
import { AnswerWriter } from './writer';

const clock = { now: () => performance.now(), sleep };

/** A writer that lives writes at least so often on a card that is watched, in ms. */
const SIGN_OF_LIFE_MS = 30_000;

/**
 * Prepares an answer to a message; nothing is sent yet.
 *
 * @param handed a card that came with the event from another process, which watches it
 */
export async function openAnswer(
	context: Parameters<typeof openClient>[0] & Pick<LarkContext, 'logger'>,
	place: Omit<AnswerPlace, 'takeCard'>,
	settings: LiveAnswerSettings,
	handed?: HandedCard,
): Promise<LiveAnswer> {
	const lasting = uncancelled(context);
	const once = await openClient(lasting, 'bot', answerSettings(0));
	const again = await openClient(lasting, 'bot', answerSettings(2));
	const { name } = context.getNode();
	const warn = (text: string) => context.logger.warn(`"${name}" ${text}`);
	const workflowId = String(context.getWorkflow().id);
	const { messageId } = place;
	const taken: string[] = [];
	const take = (page: number) => {
		const own = takeCard({ appId: once.appId, workflowId, messageId }, page);
		if (own) taken.push(own.cardId);
		const isHanded = !own && page === 0 && handed;
		return isHanded ? { cardId: handed.cardId, watchedFrom: handed.at } : own;
	};
	const port = larkPort(once, again, { ...place, takeCard: take }, warn);
	const writer = new AnswerWriter(port, clock, streamPaceOf(once.appId));
	let ended: AbortController | undefined;
	const keepAlive = async (signal: AbortSignal) => {
		for (;;) {
			await sleep(SIGN_OF_LIFE_MS, signal);
			writer.keepAlive();
		}
	};
	const remembered = {
		show(text: string, status?: ReaderWords) {
			if (!ended) {
				ended = new AbortController();
				keepAlive(ended.signal).catch(() => undefined);
			}
			writer.show(text, status);
		},
		async end(ending: AnswerEnding) {
			ended?.abort();
			ended = undefined;
			await writer.end(ending);
			for (const cardId of taken.splice(0)) closeCard(cardId);
		},
	};
	return new LiveAnswer(remembered, settings);
}
