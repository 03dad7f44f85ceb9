import type { IExecuteFunctions } from 'n8n-workflow';

/** The URL by which an execution goes on, and its path and query as n8n itself gets them. */
export interface ResumeUrl {
	url: string;
	path: string;
}

/** What n8n makes the URL of; the contexts have it at run time. */
interface WithBase {
	additionalData?: { webhookWaitingBaseUrl?: string };
}

/** n8n's public address, without a slash at the end: that of its REST API, without the last part. */
export function n8nAddress(context: Pick<IExecuteFunctions, 'getRestApiUrl'>): {
	origin: string;
	path: string;
} {
	const { origin, pathname } = new URL(context.getRestApiUrl());
	return { origin, path: pathname.slice(0, pathname.lastIndexOf('/')) };
}

/** The context of an n8n whose address has no such path. */
function withoutPath(context: IExecuteFunctions, path: string): IExecuteFunctions {
	const { additionalData } = context as unknown as WithBase;
	const { webhookWaitingBaseUrl = '' } = additionalData ?? {};
	if (!additionalData || !webhookWaitingBaseUrl) return context;
	const shorter = new URL(webhookWaitingBaseUrl);
	if (!shorter.pathname.startsWith(`${path}/`)) return context;
	shorter.pathname = shorter.pathname.slice(path.length);
	const data = Object.create(additionalData, {
		webhookWaitingBaseUrl: { value: shorter.href, enumerable: true },
	}) as object;
	return Object.create(context, { additionalData: { value: data } }) as IExecuteFunctions;
}

/**
 * Makes the signed URL by which the execution goes on. n8n signs the path of its public address, and checks the
 * path that it gets: where a proxy takes a part of the path away (WEBHOOK_URL=https://example.com/n8n/), its own
 * URL is refused, so the path behind the proxy is signed here.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/core/src/utils/signature-helpers.ts
 */
export function resumeUrlOf(
	context: IExecuteFunctions,
	parameters?: Record<string, string>,
): ResumeUrl {
	const outside = n8nAddress(context).path;
	const signing = outside === '' ? context : withoutPath(context, outside);
	const { origin, pathname, search } = new URL(signing.getSignedResumeUrl(parameters));
	const path = pathname + search;
	return { url: origin + (signing === context ? '' : outside) + path, path };
}
