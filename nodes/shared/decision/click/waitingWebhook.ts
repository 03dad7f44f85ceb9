import type { IDataObject } from 'n8n-workflow';

import { knownApplication } from '../../application/application';
import { injectRequest } from '../../application/injectRequest';
import { ownServerOf } from '../../application/ownServer';
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

interface Response {
	status: number;
	body: unknown;
}

type Form = ReturnType<typeof handOverForm>;

/** A click on its way: the path of the webhook, the form, and when an answer is needed, by `performance.now()`. */
interface Sending {
	resume: string;
	form: Form;
	until: number;
}

async function inject({ resume, form }: Sending): Promise<Response | undefined> {
	const application = knownApplication();
	if (!application) return undefined;
	const { headers, bytes } = form;
	return await injectRequest(application, { path: resume, headers, body: bytes });
}

async function post(
	context: EventContext,
	address: string,
	{ resume, form, until }: Sending,
	skipSslCertificateValidation: boolean,
): Promise<Response> {
	const response = (await context.helpers.httpRequest({
		method: 'POST',
		url: address + resume,
		headers: form.headers,
		body: form.bytes,
		timeout: Math.max(until - performance.now(), 1),
		skipSslCertificateValidation,
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	})) as { statusCode: number; body: unknown };
	return { status: response.statusCode, body: response.body };
}

/**
 * Sends the click to the server of this process. Its certificate is for the public name.
 *
 * @returns undefined when it cannot be reached, as with n8n's protection against requests to internal addresses, or
 *   does not answer in time
 */
async function postToOwnServer(
	context: EventContext,
	sending: Sending,
): Promise<Response | undefined> {
	const address = ownServerOf(context);
	if (!address) return undefined;
	try {
		return await post(context, address, sending, true);
	} catch {
		return undefined;
	}
}

const messageOf = (body: unknown): string =>
	isObject(body) && typeof body.message === 'string' ? body.message : '';

/** n8n answers with JSON or a page; another refusal comes from a process that serves no waiting webhooks, or a proxy. */
const isServed = ({ status, body }: Response): boolean =>
	isObject(body) || status === 200 || status === 401;

/**
 * Hands a click to the waiting webhook of this n8n: in this process if it serves those, otherwise at n8n's public
 * address. In the process, it goes to the web application if one of our webhooks has been called here before, and
 * to the port of the server otherwise.
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
		const sending = { resume, form: handOverForm(body), until };
		const own = (await inject(sending)) ?? (await postToOwnServer(context, sending));
		if (own && isServed(own)) return readResponse(own);
		// What has not answered in time may have taken the click: it is sent to nobody else.
		if (performance.now() >= until) return { kind: 'failed', reason: 'no answer in time' };
		const { origin, path } = n8nAddress(context);
		return readResponse(await post(context, origin + path, sending, false));
	} catch (error) {
		return { kind: 'failed', reason: (error as Error).message };
	}
}

/**
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/waiting-webhooks.ts
 * 409 for an execution that runs or has failed, a page for one that has gone on, 404 for one that was deleted;
 * 500 when another request has resumed it at the same moment
 */
function readResponse({ status, body }: Response): HandedOver {
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
