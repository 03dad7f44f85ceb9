import type { CallbackResponse } from '../../shared/trigger/callback/callbackResponse';
import { callbackResponseIn } from '../callback/responseIn';
import { warn, type ReceivedPush } from '../request';
import { sendOn } from './sendOn';
import { siblingsOf, type Sibling } from './siblings';

/**
 * Forwards an event to the other triggers of the app: Lark pushes it to one URL alone.
 *
 * @returns whether all of them have stored it, or do not want it
 */
export async function forwardEvent(push: ReceivedPush): Promise<boolean> {
	const siblings = await siblingsOf(push).catch((error: Error) => {
		warn(push.context, `could not find out the other workflows of the app: ${error.message}`);
		return undefined;
	});
	if (!siblings) return false;
	const stored = await Promise.all(
		siblings.map(async (sibling) => {
			const result = forwardTo(push, sibling);
			return sibling.isTest || (await result);
		}),
	);
	return stored.every(Boolean);
}

/** A trigger that is not published any more, or refuses the push, will not take it the next time either. */
async function forwardTo(push: ReceivedPush, { name, events }: Sibling): Promise<boolean> {
	const { status, body } = await sendOn(push, events);
	if (status >= 200 && status < 300) return true;
	const why = status === 0 ? String(body) : `HTTP ${status}`;
	warn(push.context, `could not hand an event on to "${name}" of another workflow: ${why}`);
	return status >= 300 && status < 500;
}

/** Asks the other triggers of the app for their responses, and gives the first one that is not empty. */
export async function responseOfSiblings(push: ReceivedPush): Promise<CallbackResponse> {
	const siblings = await siblingsOf(push);
	const responses = await Promise.all(
		siblings.map(async ({ callbacks }) => callbackResponseIn(await sendOn(push, callbacks)) ?? {}),
	);
	return responses.find((response) => Object.keys(response).length > 0) ?? {};
}
