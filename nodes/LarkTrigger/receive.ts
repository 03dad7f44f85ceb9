import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { CALLBACKS } from '../shared/trigger/callback/callbackResponse';
import { triggerKey } from '../shared/trigger/context';
import { acceptCallback } from './callback/acceptCallback';
import { acceptEvent } from './acceptEvent';
import { seenSignatures } from './memory';
import { MAX_BODY_BYTES, readBody } from './readBody';
import { refuse, signatureHeaders, type VerifiedPush } from './request';
import { openWithSecrets } from './secrets';

/** Only a signature proves a replay: without one, Lark's own retry looks the same. */
function isReplayed(context: IWebhookFunctions, signature: string, now: number): boolean {
	return !seenSignatures.add(
		[triggerKey(context), context.getWebhookName(), signature].join(':'),
		now,
	);
}

async function accept(arrival: VerifiedPush): Promise<IWebhookResponseData> {
	return CALLBACKS.has(arrival.event.type)
		? await acceptCallback(arrival)
		: await acceptEvent(arrival);
}

async function handle(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	if (request.headers['content-encoding']) return refuse(context, 415, 'its body is compressed');
	const body = request.rawBody ?? (await readBody(request));
	if (body === undefined || body.length > MAX_BODY_BYTES) {
		return refuse(context, 413, `its body is larger than ${MAX_BODY_BYTES} bytes`);
	}

	const now = Date.now();
	const signature = signatureHeaders(context);
	const { push, appId } = await openWithSecrets(context, { signature, body }, now);
	switch (push.kind) {
		case 'refused':
			return refuse(context, push.status, push.reason);
		case 'challenge':
			context.getResponseObject().status(200).json({ challenge: push.challenge });
			return { noWebhookResponse: true };
		case 'event':
			return signature && push.isSigned && isReplayed(context, signature.signature, now)
				? refuse(context, 401, 'it has been received before, with the same signature')
				: await accept({ context, event: push.event, appId, body, now });
	}
}

/**
 * Handles one request to the webhook: reads it, proves that it comes from Lark, answers the URL
 * verification, and turns a chosen event into an item. n8n acknowledges the item only after it has
 * stored the execution. Never throws, since n8n records a failed execution for that.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await handle(context);
	} catch (error) {
		return refuse(context, 500, `it could not be handled (${(error as Error).message})`);
	}
}
