import { randomBytes } from 'node:crypto';

import type { Hub } from '../socket/hub';
import { buildPush, post, type Subscription } from './push';

const DEADLINE_MS = 3_000;

/**
 * Sends a callback, once: Lark never repeats one.
 *
 * @param now the time in milliseconds
 * @returns the body of the app's response, parsed
 * @throws Error with the code that Lark shows to the person who has pressed
 */
export async function sendCallback(
	subscription: Subscription,
	envelope: object,
	{ hub, now }: { hub: Hub; now: number },
): Promise<unknown> {
	const { appId, requestUrl, longConnection } = subscription;
	if (longConnection) {
		const { code, data } = await hub
			.push(appId, JSON.stringify(envelope), DEADLINE_MS)
			.catch(noAnswer);
		if (code !== 200) throw new Error(`200671: the app answered with code ${code}`);
		return data ?? {};
	}
	if (!requestUrl) throw new Error('200340: the app has no request URL for callbacks');
	const push = buildPush(subscription, envelope, { now, nonce: randomBytes(8).toString('hex') });
	const limits = { deadlineMs: DEADLINE_MS, signal: new AbortController().signal };
	const { status, body } = await post(requestUrl, push, limits).catch(noAnswer);
	if (status !== 200) throw new Error(`200671: the app answered with HTTP ${status}`);
	try {
		return body === '' ? {} : (JSON.parse(body) as unknown);
	} catch {
		throw new Error('200672: the answer is not JSON');
	}
}

function noAnswer({ message }: Error): never {
	throw new Error(`200341: ${message}`);
}
