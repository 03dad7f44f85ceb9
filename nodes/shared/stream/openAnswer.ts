import { sleep } from 'n8n-workflow';

import type { LarkContext } from '../transport/caller';
import { openClient } from '../transport/openClients';
import { uncancelled } from '../transport/uncancelled';
import { answerSettings } from './answerRequests';
import { larkPort, type AnswerPlace } from './larkPort';
import { LiveAnswer, type LiveAnswerSettings } from './liveAnswer';
import { closeCard, takeCard } from './openCards';
import type { AnswerEnding } from './operations';
import { streamPaceOf } from './pace';
import { AnswerWriter } from './writer';

const clock = { now: () => performance.now(), sleep };

/** Prepares an answer to a message; nothing is sent yet. */
export async function openAnswer(
	context: Parameters<typeof openClient>[0] & Pick<LarkContext, 'logger'>,
	place: Omit<AnswerPlace, 'takeCard'>,
	settings: LiveAnswerSettings,
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
		const cardId = takeCard({ appId: once.appId, workflowId, messageId }, page);
		if (cardId !== undefined) taken.push(cardId);
		return cardId;
	};
	const port = larkPort(once, again, { ...place, takeCard: take }, warn);
	const writer = new AnswerWriter(port, clock, streamPaceOf(once.appId));
	const remembered = {
		show: writer.show.bind(writer),
		async end(ending: AnswerEnding) {
			await writer.end(ending);
			for (const cardId of taken.splice(0)) closeCard(cardId);
		},
	};
	return new LiveAnswer(remembered, settings);
}
