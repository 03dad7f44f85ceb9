import type { IWebhookFunctions } from 'n8n-workflow';

import { SIGNATURE_HEADERS } from '../../shared/push/signature';
import type { N8nResponse } from '../heldResponse';
import { warn, type VerifiedPush } from '../request';
import { loadSiblings, ownEventUrl, removeSibling, siblingsOf, type Sibling } from './registry';

/** Marks a push that another Lark Trigger has forwarded, which is not forwarded again. */
const FORWARDED_HEADER = 'x-lark-passed-on';

const DEADLINE_MS = 2_000;

/**
 * Forwards an event to the other triggers of the app: Lark pushes it to one URL alone.
 *
 * @returns whether all of them have stored it, or do not want it
 */
export async function forwardEvent(push: VerifiedPush): Promise<boolean> {
	const stored = await Promise.all(
		siblingsOfPush(push).map(async (sibling) => await forwardTo(push, sibling)),
	);
	return stored.every(Boolean);
}

/** A trigger that has ended, or refuses the push, will not take it the next time either. */
async function forwardTo(push: VerifiedPush, sibling: Sibling): Promise<boolean> {
	const { eventUrl, isTest } = sibling;
	const { status, body } = await forwardPush(push, eventUrl);
	if (status >= 200 && status < 300) return true;
	const why = status === 0 ? String(body) : `HTTP ${status}`;
	if (status === 404) removeSibling(push.appId, sibling);
	else warn(push.context, `could not hand an event on to ${eventUrl}: ${why}`);
	return isTest || (status >= 400 && status < 500);
}

/** The other triggers of the app, each once; none for a push that has been forwarded. */
export function siblingsOfPush({ context, appId }: VerifiedPush): Sibling[] {
	if (context.getHeaderData()[FORWARDED_HEADER] !== undefined) return [];
	loadSiblings(context, appId);
	const all = [...siblingsOf(appId, ownEventUrl(context)), ...namedSiblings(context)];
	return [...new Map(all.map((sibling) => [sibling.eventUrl, sibling])).values()];
}

/** The triggers in Forward To, for n8n with webhook processes of their own. */
function namedSiblings(context: IWebhookFunctions): Sibling[] {
	const urls = context.getNodeParameter('webhookOptions.forwardTo', []) as string[];
	return [urls].flat().flatMap((url) => {
		const eventUrl = String(url ?? '').trim();
		return eventUrl ? [{ eventUrl, callbackUrl: eventUrl, isTest: false }] : [];
	});
}

/**
 * Sends a push to another webhook as it came, under Lark's signature.
 *
 * @returns its response; status 0 when there is none within 2 s
 */
export async function forwardPush(
	{ context, body }: VerifiedPush,
	url: string,
): Promise<N8nResponse> {
	const received = context.getHeaderData();
	const signature = Object.values(SIGNATURE_HEADERS).flatMap((name) =>
		typeof received[name] === 'string' ? [[name, received[name]]] : [],
	);
	try {
		const response = (await context.helpers.httpRequest({
			method: 'POST',
			url,
			headers: {
				...Object.fromEntries(signature),
				'content-type': 'application/json; charset=utf-8',
				[FORWARDED_HEADER]: '1',
			},
			body,
			timeout: DEADLINE_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as { statusCode: number; body: unknown };
		return { status: response.statusCode, body: response.body };
	} catch (error) {
		return { status: 0, body: (error as Error).message };
	}
}
