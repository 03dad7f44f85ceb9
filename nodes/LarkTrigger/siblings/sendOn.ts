import type { IWebhookFunctions } from 'n8n-workflow';

import { applicationOf } from '../../shared/application/application';
import { injectRequest } from '../../shared/application/injectRequest';
import { SIGNATURE_HEADERS } from '../../shared/push/signature';
import { withTimeout } from '../../shared/trigger/withTimeout';
import type { N8nResponse } from '../heldResponse';
import type { ReceivedPush } from '../request';

/** Marks a push that another Lark Trigger has forwarded, which is not forwarded again. */
export const FORWARDED_HEADER = 'x-lark-passed-on';

/** How long after a push has come the others may take, in ms. Lark waits 3 s. */
const DEADLINE_MS = 2_800;

/** Where n8n takes a request of Lark, as a path in this process or as a URL anywhere. */
export type Destination = { path: string } | { url: string };

/** Whether another Lark Trigger has forwarded the push. */
export const isForwarded = (context: IWebhookFunctions): boolean =>
	context.getHeaderData()[FORWARDED_HEADER] !== undefined;

/**
 * Sends a push to another webhook as it came, under Lark's signature. Redirects are not followed: a push
 * is for that webhook alone.
 *
 * @returns its response; status 0 when there is none in time
 */
export async function sendOn(push: ReceivedPush, to: Destination): Promise<N8nResponse> {
	const left = push.startedAt + DEADLINE_MS - performance.now();
	try {
		const response = 'path' in to ? inject(push, to.path) : post(push, to.url, left);
		return (await withTimeout(left, response)) ?? { status: 0, body: 'no answer in time' };
	} catch (error) {
		return { status: 0, body: (error as Error).message };
	}
}

/** The webhooks of n8n are part of the application that got this request. */
async function inject({ context, body }: ReceivedPush, path: string): Promise<N8nResponse> {
	return await injectRequest(applicationOf(context), { path, headers: headersOf(context), body });
}

async function post(
	{ context, body }: ReceivedPush,
	url: string,
	timeout: number,
): Promise<N8nResponse> {
	const response = (await context.helpers.httpRequest({
		method: 'POST',
		url,
		headers: headersOf(context),
		body,
		timeout,
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	})) as { statusCode: number; body: unknown };
	return { status: response.statusCode, body: response.body };
}

function headersOf(context: IWebhookFunctions): Record<string, string> {
	const received = context.getHeaderData();
	const signature = Object.values(SIGNATURE_HEADERS).flatMap((name) => {
		const value = received[name];
		return typeof value === 'string' ? [[name, value]] : [];
	});
	return {
		...Object.fromEntries(signature),
		'content-type': 'application/json; charset=utf-8',
		[FORWARDED_HEADER]: '1',
	};
}
