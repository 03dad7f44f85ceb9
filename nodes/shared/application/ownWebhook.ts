import type { IWebhookFunctions } from 'n8n-workflow';

import { knownApplication } from './application';
import { injectRequest, type InjectedRequest } from './injectRequest';
import { ownServerOf } from './ownServer';

/** The response of a webhook: JSON as its value. */
export interface WebhookResponse {
	status: number;
	body: unknown;
}

interface RequestContext {
	helpers: Pick<IWebhookFunctions['helpers'], 'httpRequest'>;
}

/**
 * Sends a request to a webhook of n8n at an address. Redirects are not followed.
 *
 * @param address without a slash at the end
 * @param until when an answer is needed, by `performance.now()`
 * @throws when it cannot be reached, or does not answer in time
 */
export async function requestAt(
	context: RequestContext,
	address: string,
	{ path, headers, body }: InjectedRequest,
	until: number,
	skipSslCertificateValidation = false,
): Promise<WebhookResponse> {
	const response = (await context.helpers.httpRequest({
		method: 'POST',
		url: address + path,
		headers,
		body,
		timeout: Math.max(until - performance.now(), 1),
		skipSslCertificateValidation,
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	})) as { statusCode: number; body: unknown };
	return { status: response.statusCode, body: response.body };
}

/**
 * Sends a request to a webhook of this very process: to the web application if one of our webhooks has been called
 * here before, and to the port of the server otherwise, whose certificate is for the public name.
 *
 * @param until when an answer is needed, by `performance.now()`
 * @returns undefined when it cannot be reached, as with n8n's protection against requests to internal addresses, or
 *   does not answer in time
 */
export async function requestHere(
	context: RequestContext,
	request: InjectedRequest,
	until: number,
): Promise<WebhookResponse | undefined> {
	const application = knownApplication();
	if (application) return await injectRequest(application, request);
	const address = ownServerOf(context);
	if (!address) return undefined;
	try {
		return await requestAt(context, address, request, until, true);
	} catch {
		return undefined;
	}
}
