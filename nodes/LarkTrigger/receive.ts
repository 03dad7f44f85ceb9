import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { applicationOf } from '../shared/application/application';
import { CALLBACKS } from '../shared/events/catalog';
import { RecentKeys } from '../shared/push/recentKeys';
import { CLOCK_TOLERANCE_MS, MAX_AGE_MS, readSignature } from '../shared/push/signature';
import { triggerKey } from '../shared/trigger/context';
import { acceptEvent } from './acceptEvent';
import { acceptCallback } from './callback/acceptCallback';
import { MAX_BODY_BYTES, readBody } from './readBody';
import { Failures } from './failures';
import { acceptQuestion } from './callback/acceptQuestion';
import { refuse } from './request';
import { openWithSecrets } from './secrets';
import { forwardEvent } from './siblings/forward';
import { isForwarded } from './siblings/sendOn';

/**
 * Signatures of pushes that were accepted, as long as their timestamps are. A push that was not accepted may
 * come again as it was: it is one of Lark's retries.
 */
const acceptedSignatures = new RecentKeys(MAX_AGE_MS + CLOCK_TOLERANCE_MS, 20_000);

/** Tells the trigger that forwards a push not to wait: this one could not handle it the next time either. */
const BROKEN = 422;

const failures = new Failures();

/**
 * Handles one request to the webhook: reads it, proves that it comes from Lark, answers the URL
 * verification, and turns a chosen event into an item. n8n acknowledges the item only after it has
 * stored the execution. Never throws, since n8n records a failed execution for that.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const key = triggerKey(context);
	try {
		const response = await handle(context);
		failures.end(key);
		return response;
	} catch (error) {
		const isBroken = failures.isLasting(key, error as Error, performance.now());
		const status = isForwarded(context) && isBroken ? BROKEN : 500;
		return refuse(context, status, `it could not be handled (${(error as Error).message})`);
	}
}

async function handle(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const startedAt = performance.now();
	applicationOf(context);
	const request = context.getRequestObject();
	if (request.headers['content-encoding']) return refuse(context, 415, 'its body is compressed');
	const body = request.rawBody ?? (await readBody(request));
	if (body === undefined || body.length > MAX_BODY_BYTES) {
		return refuse(context, 413, `its body is larger than ${MAX_BODY_BYTES} bytes`);
	}

	const now = Date.now();
	const received = { signature: readSignature(context.getHeaderData()), body };
	const { push, app } = await openWithSecrets(context, received, now).catch(async (error) => {
		// The other triggers of the app get the push although this one cannot open it.
		await forwardEvent({ context, body, startedAt });
		throw error;
	});
	switch (push.kind) {
		case 'refused':
			return refuse(context, push.status, push.reason);
		case 'challenge':
			context.getResponseObject().status(200).json({ challenge: push.challenge });
			return { noWebhookResponse: true };
		case 'event': {
			const { event, signature } = push;
			if (signature !== undefined) {
				const key = [triggerKey(context), context.getWebhookName(), signature].join(':');
				if (acceptedSignatures.has(key, startedAt)) {
					return refuse(context, 401, 'it has been received before, with the same signature');
				}
				onAccepted(context, () => acceptedSignatures.add(key, startedAt));
			}
			const verified = { context, event, app, body, now, startedAt };
			if (!CALLBACKS.has(event.type)) return await acceptEvent(verified);
			return (await acceptQuestion(verified)) ?? (await acceptCallback(verified));
		}
	}
}

/** Calls back when the request has been answered with success. */
function onAccepted(context: IWebhookFunctions, callback: () => void): void {
	const response = context.getResponseObject();
	response.once('finish', () => {
		if (response.statusCode < 300) callback();
	});
}
