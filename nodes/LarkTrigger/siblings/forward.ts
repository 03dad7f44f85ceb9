import type { CallbackResponse } from '../../shared/trigger/callback/callbackResponse';
import { callbackResponseIn } from '../callback/responseIn';
import { warn, type ReceivedPush } from '../request';
import { webhookIdOf } from './liveTriggers';
import { noteDependents } from './reminder';
import { noteEnded } from './savedSiblings';
import { isForwarded, sendOn } from './sendOn';
import { siblingsOf, type Sibling } from './siblings';

/**
 * Forwards an event to the other triggers of the app: Lark pushes it to one URL alone. An event that has
 * been forwarded goes no further.
 *
 * @returns whether all of them have stored it, or do not want it
 */
export async function forwardEvent(
	push: ReceivedPush,
	siblings: Promise<Sibling[] | undefined> = knownSiblings(push),
): Promise<boolean> {
	if (isForwarded(push.context)) return true;
	const found = await siblings;
	if (!found) return false;
	noteDependents(webhookIdOf(push.context), found);
	const stored = await Promise.all(
		found.map(async (sibling) => {
			const result = forwardTo(push, sibling);
			return sibling.isTest || (await result);
		}),
	);
	return stored.every(Boolean);
}

/** The other triggers of the app; undefined, with a line in the log, when they cannot be found out. */
export async function knownSiblings(push: ReceivedPush): Promise<Sibling[] | undefined> {
	try {
		return await siblingsOf(push);
	} catch (error) {
		const reason = (error as Error).message;
		warn(push.context, `could not find out the other workflows of the app: ${reason}`);
		return undefined;
	}
}

/** A trigger that is not published any more, or refuses the push, will not take it the next time either. */
async function forwardTo(push: ReceivedPush, sibling: Sibling): Promise<boolean> {
	const { name, events, webhookId } = sibling;
	const { status, body } = await sendOn(push, events);
	if (status >= 200 && status < 300) return true;
	if (status === 404 && webhookId !== undefined) {
		noteEnded(webhookId);
		return true;
	}
	const why = status === 0 ? String(body) : `HTTP ${status}`;
	warn(push.context, `could not hand an event on to "${name}" of another workflow: ${why}`);
	return status >= 300 && status < 500;
}

/**
 * Asks the other triggers of the app for their responses, and gives the first one that is not empty. Never
 * throws: the callback has an answer without them.
 */
export async function responseOfSiblings(push: ReceivedPush): Promise<CallbackResponse> {
	if (isForwarded(push.context)) return {};
	const siblings = (await knownSiblings(push)) ?? [];
	const responses = await Promise.all(
		siblings.map(async ({ callbacks }) => callbackResponseIn(await sendOn(push, callbacks)) ?? {}),
	);
	return responses.find((response) => Object.keys(response).length > 0) ?? {};
}
