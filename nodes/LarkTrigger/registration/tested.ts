import type { IHookFunctions } from 'n8n-workflow';

import { formerIn, withoutQuery } from '../../shared/requestUrl/address';
import { publishedUrlsOf } from '../../shared/requestUrl/publishedUrls';
import { registerUrl, restoreUrl } from '../../shared/requestUrl/registerUrl';
import { withTimeout } from '../../shared/trigger/withTimeout';
import { EVENT_WEBHOOK } from '../callback/webhooks';
import { attemptLater, endAttempts, isToRepeat } from './attempts';
import { readRegistering, type Registering } from './registering';
import { lineOf, writeLine } from './words';

/** How long a person who has pressed Execute step waits for Lark, in ms. */
const PATIENCE_MS = 8_000;

/** A server that does not answer for so long does not get its address back by itself. */
const MOST_ATTEMPTS = 4;

/** The tests that listen, by their Test URL. */
const listening = new Map<string, Registering>();

/**
 * Tells Lark the Test URL while a test listens, if no trigger of the app is published here: that would hand the event on.
 * The former request URL goes with it, so that it can be put back even after n8n was killed. Never throws: the URL can
 * still be saved by hand.
 */
export async function registerTest(context: IHookFunctions): Promise<void> {
	const registering = await readRegistering(context);
	if (!registering?.registers || publishedUrlsOf(registering.app).length > 0) return;
	const { lark, wish } = registering;
	endAttempts(wish.target);
	listening.set(wish.target, registering);
	const outcome = await withTimeout(PATIENCE_MS, registerUrl(lark, wish));
	if (outcome) writeLine(registering, lineOf(registering, outcome, false));
}

/** Puts the former request URL back when a test has ended. */
export function restoreAfterTest(context: IHookFunctions): void {
	const url = context.getNodeWebhookUrl(EVENT_WEBHOOK) ?? '';
	const registering = listening.get(url);
	if (!registering) return;
	listening.delete(url);
	const formerOf = (current: string) =>
		withoutQuery(current) === withoutQuery(url) ? formerIn(current) : undefined;
	const restore = async (isFirst: boolean) => {
		const outcome = await restoreUrl(registering.lark, formerOf);
		if (outcome?.kind === 'failed' && isFirst) {
			const { error } = outcome;
			const text = `The former request URL of the app could not be put back after the test: ${error.message}. The next test or publishing of a workflow of the app does it.`;
			writeLine(registering, { level: 'warn', text });
		}
		return outcome;
	};
	void attemptLater(
		url,
		0,
		async (isFirst) => {
			const outcome = await restore(isFirst);
			return isToRepeat(outcome) ? outcome : undefined;
		},
		MOST_ATTEMPTS,
	);
}
