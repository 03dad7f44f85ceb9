import type { IWebhookFunctions } from 'n8n-workflow';

import { SIGNATURE_HEADERS, warn, type VerifiedPush } from '../request';
import { forget, ownUrl, recallSiblings, siblingsOf, type Sibling } from './registry';

/** Marks a push that another Lark Trigger has handed on, which is not handed on again. */
const PASSED_ON = 'x-lark-passed-on';

const DEADLINE_MS = 2_000;

/** The triggers that the user names, for n8n with webhook processes of their own. */
function namedSiblings(context: IWebhookFunctions): Sibling[] {
	const urls = context.getNodeParameter('webhookOptions.forwardTo', []) as string[];
	return [urls].flat().flatMap((url) => {
		const eventUrl = String(url ?? '').trim();
		return eventUrl ? [{ eventUrl, callbackUrl: eventUrl, isTest: false }] : [];
	});
}

/** The other triggers of the app, each once. */
export function siblingsOfPush({ context, appId }: VerifiedPush): Sibling[] {
	if (context.getHeaderData()[PASSED_ON] !== undefined) return [];
	recallSiblings(context, appId);
	const all = [...siblingsOf(appId, ownUrl(context)), ...namedSiblings(context)];
	return [...new Map(all.map((sibling) => [sibling.eventUrl, sibling])).values()];
}

/**
 * Sends a push to another webhook as it came, under Lark's signature.
 *
 * @returns what it answers; status 0 when there is no answer within 2 s
 */
export async function relay(
	{ context, body }: VerifiedPush,
	url: string,
): Promise<{ status: number; body: unknown }> {
	const received = context.getHeaderData();
	const proof = Object.values(SIGNATURE_HEADERS).flatMap((name) =>
		typeof received[name] === 'string' ? [[name, received[name]]] : [],
	);
	try {
		const answer = (await context.helpers.httpRequest({
			method: 'POST',
			url,
			headers: {
				...Object.fromEntries(proof),
				'content-type': 'application/json; charset=utf-8',
				[PASSED_ON]: '1',
			},
			body,
			timeout: DEADLINE_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as { statusCode: number; body: unknown };
		return { status: answer.statusCode, body: answer.body };
	} catch (error) {
		return { status: 0, body: (error as Error).message };
	}
}

/** A trigger that is gone, or refuses the push, will not take it the next time either. */
async function passTo(arrival: VerifiedPush, sibling: Sibling): Promise<boolean> {
	const { eventUrl, isTest } = sibling;
	const { status, body } = await relay(arrival, eventUrl);
	if (status >= 200 && status < 300) return true;
	const why = status === 0 ? String(body) : `HTTP ${status}`;
	if (status === 404) forget(arrival.appId, sibling);
	else warn(arrival.context, `could not hand an event on to ${eventUrl}: ${why}`);
	return isTest || (status >= 400 && status < 500);
}

/**
 * Hands an event on to the other triggers of the app: Lark pushes it to one URL alone.
 *
 * @returns whether all of them have stored it, or do not want it
 */
export async function passOn(arrival: VerifiedPush): Promise<boolean> {
	const stored = await Promise.all(
		siblingsOfPush(arrival).map(async (sibling) => await passTo(arrival, sibling)),
	);
	return stored.every(Boolean);
}
