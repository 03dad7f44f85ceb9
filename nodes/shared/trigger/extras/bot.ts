import { toObject, toText } from '../../events/values';
import { getBotInfo } from '../../lark/app';
import type { LarkEvent } from '../../push/envelope';
import type { LarkClient } from '../../transport/client';
import { PromiseCache } from './promiseCache';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

/** The open_id of each app's bot, which never changes. A failed request is repeated a minute later at the earliest. */
const bots = new PromiseCache<string>(DAY, MINUTE, 1_000);

/** The app that an event was pushed to. */
export const appIdOf = ({ payload }: LarkEvent): string =>
	toText(toObject(payload.header).app_id) || toText(toObject(payload.event).app_id);

/**
 * Asks for the bot's own open_id, once a day and process for each app.
 *
 * @throws when Lark does not tell
 * @see bot-v3, GET /open-apis/bot/v3/info: needs no scope; the response has no `data`
 */
export async function botOpenId(
	event: LarkEvent,
	client: () => Promise<LarkClient>,
): Promise<string> {
	return await bots.get(
		appIdOf(event),
		async () => {
			const lark = await client();
			const { bot } = await lark.call(getBotInfo);
			if (!bot?.open_id) throw new Error('Lark names no open_id of the bot');
			return bot.open_id;
		},
		performance.now(),
	);
}
