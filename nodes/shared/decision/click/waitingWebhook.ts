import type { IDataObject } from 'n8n-workflow';

import { knownApplication } from '../../application/application';
import { injectRequest } from '../../application/injectRequest';
import { isObject } from '../../objects';
import type { CallbackResponse } from '../../trigger/callback/callbackResponse';
import type { EventContext } from '../../trigger/context';
import { handOverForm } from '../handOverBody';
import { n8nAddress } from '../resumeUrl';

/**
 * What became of a click that was handed to the waiting webhook.
 *
 * - `answered`: the node has judged it
 * - `again`: the execution is just being resumed
 * - `ended`: nothing waits for it any more
 * - `failed`: the webhook cannot be reached
 */
export type HandedOver =
	| { kind: 'answered'; response: CallbackResponse }
	| { kind: 'again' | 'ended' }
	| { kind: 'failed'; reason: string };

interface Response {
	status: number;
	body: unknown;
}

type Form = ReturnType<typeof handOverForm>;

async function post(context: EventContext, resume: string, form: Form, timeout: number) {
	const { origin, path } = n8nAddress(context);
	const response = (await context.helpers.httpRequest({
		method: 'POST',
		url: origin + path + resume,
		headers: form.headers,
		body: form.bytes,
		timeout: Math.max(timeout, 1),
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	})) as { statusCode: number; body: unknown };
	return { status: response.statusCode, body: response.body };
}

async function inject(resume: string, form: Form): Promise<Response | undefined> {
	const application = knownApplication();
	if (!application) return undefined;
	const { headers, bytes } = form;
	return await injectRequest(application, { path: resume, headers, body: bytes });
}

/** n8n's messages are JSON: another 404 comes from a process that serves no waiting webhooks. */
const isServed = ({ status, body }: Response): boolean => status !== 404 || messageOf(body) !== '';

const messageOf = (body: unknown): string =>
	isObject(body) && typeof body.message === 'string' ? body.message : '';

/**
 * Hands a click to the waiting webhook of this n8n: in this process if it serves those, otherwise at n8n's own
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
		const form = handOverForm(body);
		const injected = await inject(resume, form);
		const response =
			injected && isServed(injected)
				? injected
				: await post(context, resume, form, until - performance.now());
		return readResponse(response);
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
	if (status === 409 && !messageOf(body).includes('finished')) return { kind: 'again' };
	if (status >= 500) return { kind: 'again' };
	if (status === 401 || status === 429 || (status === 404 && messageOf(body) === '')) {
		return { kind: 'failed', reason: `n8n's waiting webhook answered with HTTP ${status}` };
	}
	return { kind: 'ended' };
}
