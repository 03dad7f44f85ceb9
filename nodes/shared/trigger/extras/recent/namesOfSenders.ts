import type { ReceivedMessage } from '../../../events/message';
import { senderOfListed } from '../../../events/recent';
import type { DeliveryContext } from '../../context';
import { withTimeout } from '../../withTimeout';
import { requestBot } from '../bot';
import { requestUserName } from '../names';

/**
 * Asks for the names of those who have written messages, once for each. Never throws.
 *
 * @param messages as `readListedMessage` reads them
 * @returns names by message; without those that are not known in time, and of other bots, which Lark does not tell
 */
export async function namesOfSenders(
	messages: readonly ReceivedMessage[],
	{ client, appId, deadline }: DeliveryContext,
): Promise<Map<ReceivedMessage, string>> {
	const asked = new Map<string, Promise<string | undefined>>();
	const ask = async (id: string): Promise<string | undefined> => {
		if (id !== appId && !id.startsWith('ou_')) return undefined;
		const request =
			id === appId
				? requestBot(appId, client).then(({ app_name }) => app_name)
				: requestUserName(id, appId, client);
		return await withTimeout(deadline - performance.now(), request);
	};
	const names = new Map<ReceivedMessage, string>();
	const requests = messages.map(async (message) => {
		const { open_id = '', app_id = open_id } = senderOfListed(message);
		if (!asked.has(app_id)) asked.set(app_id, ask(app_id));
		const name = await asked.get(app_id);
		if (name) names.set(message, name);
	});
	await Promise.all(requests);
	return names;
}
