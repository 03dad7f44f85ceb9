import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import {
	addPublishedUrl,
	isPublishedUrl,
	publishedUrlsOf,
	removePublishedUrl,
} from '../../shared/requestUrl/publishedUrls';
import { registerUrl, type UrlOutcome } from '../../shared/requestUrl/registerUrl';
import { withTimeout } from '../../shared/trigger/withTimeout';
import { EVENT_WEBHOOK } from '../callback/webhooks';
import { startsByItself } from '../secrets';
import { attemptLater, endAttempts, isToRepeat } from './attempts';
import { readRegistering, type Registering } from './registering';
import { sayUnpublished } from './unpublished';
import { elsewhereText, lineOf, writeLine } from './words';

/** How long the publishing waits for Lark, in ms. */
const PATIENCE_MS = 8_000;

/** When n8n starts, all triggers are published before the first one looks at the request URL, in ms. */
const SETTLE_MS = 3_000;

/** How long a URL is gone before another one takes its place: publishing a new version takes it away for a moment. */
const GONE_MS = 5_000;

/** After a failed attempt, in ms. */
const AGAIN_MS = 5_000;

/** Makes an attempt with the credential as it is now, and says what became of it. */
async function attempt(known: Registering, saysFailure: boolean): Promise<UrlOutcome> {
	const registering = { ...known, lark: await known.reopen().catch(() => known.lark) };
	const outcome = await registerUrl(registering.lark, registering.wish);
	if (saysFailure || outcome.kind !== 'failed') {
		writeLine(registering, lineOf(registering, outcome, isToRepeat(outcome)));
	}
	if ('application' in outcome && outcome.kind !== 'left') {
		await sayUnpublished(registering, outcome.application);
	}
	return outcome;
}

const later = (registering: Registering, firstMs: number, saysFailure = true) =>
	void attemptLater(
		registering.wish.target,
		firstMs,
		async (isFirst) => await attempt(registering, saysFailure && isFirst),
	);

/**
 * Tells Lark the Production URL of a trigger that is being published. n8n routes it already: it stores published version
 * and webhook before it calls `create`, so that the trigger answers the check of Lark.
 *
 * @throws NodeOperationError when a workflow is published for the first time, and the events of its app go to another
 * server. Everything else is said in n8n's log, and what may pass is attempted again.
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/workflows/publication/workflow-publication-applier.ts
 */
export async function registerPublished(context: IHookFunctions): Promise<void> {
	const registering = await readRegistering(context);
	if (!registering) return;
	const { app, wish, callbacks, registers } = registering;
	endAttempts(wish.target);
	const ensure = () => registers && later(registering, 0);
	addPublishedUrl(app, { events: wish.target, callbacks, ensure });
	if (!registers) return;
	if (startsByItself(context)) return later(registering, SETTLE_MS);
	const attempted = attempt(registering, true);
	void attempted.then((outcome) => {
		if (isToRepeat(outcome) && isPublishedUrl(wish.target)) later(registering, AGAIN_MS, false);
	});
	const outcome = await withTimeout(PATIENCE_MS, attempted);
	const isElsewhere = outcome?.kind === 'left' && outcome.obstacle === 'elsewhere';
	if (isElsewhere && context.getActivationMode() === 'activate') {
		throw new NodeOperationError(context.getNode(), elsewhereText(outcome.url));
	}
}

/** Forgets a trigger that is unpublished. Lark is told the URL of another trigger of the app, if there is one. */
export function forgetPublished(context: IHookFunctions): void {
	const url = context.getNodeWebhookUrl(EVENT_WEBHOOK) ?? '';
	endAttempts(url);
	const app = removePublishedUrl(url);
	if (!app) return;
	const handOver = async () => {
		for (const other of publishedUrlsOf(app)) other.ensure();
		return undefined;
	};
	void attemptLater(url, GONE_MS, handOver);
}
