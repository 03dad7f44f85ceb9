import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { choose, deliver } from '../shared/events/deliver';
import type { LarkEvent } from '../shared/events/envelope';
import { openPush } from '../shared/events/openPush';
import { readSettings } from '../shared/events/settings';
import { seenEvents, seenSignatures } from './memory';
import { MAX_BODY_BYTES, readBody } from './readBody';
import { readSecrets } from './secrets';

type Answerable = ReturnType<IWebhookFunctions['getResponseObject']>;

const HEADERS = {
	timestamp: 'x-lark-request-timestamp',
	nonce: 'x-lark-request-nonce',
	signature: 'x-lark-signature',
};

/** Acknowledges a push that starts no execution. */
const ACKNOWLEDGED: IWebhookResponseData = { webhookResponse: {} };

/** Tells the sender nothing, the log everything but secrets, and starts no execution. */
function refuse(context: IWebhookFunctions, status: number, reason: string): IWebhookResponseData {
	const { name } = context.getNode();
	context.logger.warn(`"${name}" refused a request with HTTP ${status}: ${reason}`, {
		nodeName: name,
		workflowId: context.getWorkflow().id,
		sender: context.getRequestObject().ip,
	});
	context.getResponseObject().status(status).json({ message: 'Refused' });
	return { noWebhookResponse: true };
}

function signatureHeaders(context: IWebhookFunctions) {
	const headers = context.getHeaderData();
	const [timestamp, nonce, signature] = [HEADERS.timestamp, HEADERS.nonce, HEADERS.signature].map(
		(name) => headers[name],
	);
	return typeof timestamp === 'string' && typeof nonce === 'string' && typeof signature === 'string'
		? { timestamp, nonce, signature }
		: undefined;
}

/** The webhook that a request came to, so that workflows and test runs do not share a memory. */
function webhookOf(context: IWebhookFunctions): string {
	return [context.getMode(), context.getWorkflow().id, context.getNode().id].join(':');
}

/** What stays the same when Lark pushes an event again. Messages: Lark says not to rely on the event ID. */
function identityOf({ id, payload }: LarkEvent): string {
	const { message } = (payload.event ?? {}) as { message?: IDataObject };
	return String(message?.message_id ?? id);
}

/** Lets go of a key when n8n does not answer 2xx: the event was not stored, and Lark sends it again. */
function releaseOnFailure(response: Answerable, key: string): void {
	response.once('close', () => {
		if (!response.writableFinished || response.statusCode >= 300) seenEvents.remove(key);
	});
}

async function accept(
	context: IWebhookFunctions,
	event: LarkEvent,
	now: number,
): Promise<IWebhookResponseData> {
	const settings = readSettings(context);
	const chosen = await choose(context, event, settings);
	if (!chosen) return ACKNOWLEDGED;

	const key = `${webhookOf(context)}:${identityOf(event)}`;
	if (!seenEvents.add(key, now)) return ACKNOWLEDGED;
	releaseOnFailure(context.getResponseObject(), key);
	return { workflowData: [await deliver(context, chosen, settings, now)] };
}

/** Only a signature proves a replay: without one, Lark's own retry looks the same. */
function isReplayed(context: IWebhookFunctions, signature: string, now: number): boolean {
	return !seenSignatures.add(`${webhookOf(context)}:${signature}`, now);
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
	const push = openPush({ signature, body }, await readSecrets(context), now);
	switch (push.kind) {
		case 'refused':
			return refuse(context, push.status, push.reason);
		case 'challenge':
			context.getResponseObject().status(200).json({ challenge: push.challenge });
			return { noWebhookResponse: true };
		case 'event':
			return signature && push.isSigned && isReplayed(context, signature.signature, now)
				? refuse(context, 401, 'it has been received before, with the same signature')
				: await accept(context, push.event, now);
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
