import type { IDataObject } from 'n8n-workflow';

import { requestHere, requestAt, type WebhookResponse } from '../../application/ownWebhook';
import { isObject } from '../../objects';
import type { CallbackResponse } from '../../trigger/callback/callbackResponse';
import type { EventContext } from '../../trigger/context';
import { handOverForm, REFUSED } from '../handOverBody';
import { n8nAddress } from '../resumeUrl';

/**
 * What became of a click that was handed to the waiting webhook.
 *
 * - `answered`: the node has judged it
 * - `again`: the execution is just being resumed
 * - `ended`: nothing waits for it any more
 * - `refused`: the node does not take it for the question that it has asked
 * - `failed`: the webhook cannot be reached
 */
export type HandedOver =
	| { kind: 'answered'; response: CallbackResponse }
	| { kind: 'again' | 'ended' | 'refused' }
	| { kind: 'failed'; reason: string };

const messageOf = (body: unknown): string =>
	isObject(body) && typeof body.message === 'string' ? body.message : '';

/** n8n answers with JSON or a page; another refusal comes from a process that serves no waiting webhooks, or a proxy. */
const isServed = ({ status, body }: WebhookResponse): boolean =>
	isObject(body) || status === 200 || status === 401;

/**
 * Hands a click to the waiting webhook of this n8n: in this process if it serves those, otherwise at n8n's public
 * address.
 *
 * @param resume path and query
 * @param until when an answer is needed, by `performance.now()`
 */
export async function sendToWaiting(
	context: EventContext,
	resume: string,
	body: IDataObject,
	until: number,
): Promise<HandedOver> {
	try {
		const { headers, bytes } = handOverForm(body);
		const request = { path: resume, headers, body: bytes };
		const own = await requestHere(context, request, until);
		if (own && isServed(own)) return readResponse(own);
		// What has not answered in time may have taken the click: it is sent to nobody else.
		if (performance.now() >= until) return { kind: 'failed', reason: 'no answer in time' };
		const { origin, path } = n8nAddress(context);
		return readResponse(await requestAt(context, origin + path, request, until));
	} catch (error) {
		return { kind: 'failed', reason: (error as Error).message };
	}
}

/**
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/waiting-webhooks.ts
 * 409 for an execution that runs or has failed, a page for one that has gone on, 404 for one that was deleted;
 * 500 when another request has resumed it at the same moment
 */
function readResponse({ status, body }: WebhookResponse): HandedOver {
	if (status === 200 && isObject(body) && isObject(body.toast)) {
		return { kind: 'answered', response: body as CallbackResponse };
	}
	const message = messageOf(body);
	if (status >= 500) return { kind: 'again' };
	if (status === 409) return { kind: message.includes('finished') ? 'ended' : 'again' };
	if (status === 200 || (status === 404 && message !== '')) return { kind: 'ended' };
	if (status === 403 && message === REFUSED) return { kind: 'refused' };
	return { kind: 'failed', reason: `n8n's waiting webhook answered with HTTP ${status}` };
}
