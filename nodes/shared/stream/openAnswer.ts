import { sleep } from 'n8n-workflow';

import type { LarkContext } from '../transport/caller';
import { openClient } from '../transport/openClients';
import { newFileSlots, newTally, type RequestSettings } from '../transport/requestSettings';
import { uncancelled } from '../transport/uncancelled';
import { larkPort, type AnswerPlace } from './larkPort';
import { LiveAnswer, type LiveAnswerSettings } from './liveAnswer';
import { streamPaceOf } from './pace';
import { AnswerWriter } from './writer';

const clock = { now: () => performance.now(), sleep };

const settingsWith = (maxRetries: number): RequestSettings => ({
	maxRetries,
	maxRetryMs: 60_000,
	keepsLimits: true,
	files: newFileSlots(),
	tally: newTally(),
});

/** Prepares an answer to a message; nothing is sent yet. */
export async function openAnswer(
	context: Parameters<typeof openClient>[0] & Pick<LarkContext, 'logger'>,
	place: AnswerPlace,
	settings: LiveAnswerSettings,
): Promise<LiveAnswer> {
	const lasting = uncancelled(context);
	const once = await openClient(lasting, 'bot', settingsWith(0));
	const again = await openClient(lasting, 'bot', settingsWith(2));
	const { name } = context.getNode();
	const warn = (text: string) => context.logger.warn(`"${name}" ${text}`);
	const port = larkPort(once, again, place, warn);
	return new LiveAnswer(new AnswerWriter(port, clock, streamPaceOf(once.appId)), settings);
}
