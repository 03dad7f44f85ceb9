import type { Dispatcher } from './dispatcher';
import type { Subscription } from './push';

/**
 * Sends a callback, once: Lark never repeats one.
 *
 * @returns the body of the app's response, parsed
 * @throws Error with the code that Lark shows to the person who has pressed
 */
export async function sendCallback(
	dispatcher: Dispatcher,
	subscription: Subscription,
	envelope: object,
): Promise<unknown> {
	const { requestUrl, longConnection } = subscription;
	if (!longConnection && !requestUrl) {
		throw new Error('200340: the app has no request URL for callbacks');
	}
	const { answer, error } = await dispatcher.sendOnce(subscription, envelope);
	if (!answer) throw new Error(`200341: ${error}`);
	if (answer.status !== 200) {
		const kind = longConnection ? 'code' : 'HTTP';
		throw new Error(`200671: the app answered with ${kind} ${answer.status}`);
	}
	try {
		return answer.body === '' ? {} : (JSON.parse(answer.body) as unknown);
	} catch {
		throw new Error('200672: the answer is not JSON');
	}
}
