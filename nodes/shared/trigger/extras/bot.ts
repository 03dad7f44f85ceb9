import { toObject, toText } from '../../events/values';
import { getBotInfo } from '../../lark/app';
import type { LarkEvent } from '../../push/envelope';
import type { LarkClient } from '../../transport/client';
import { PromiseCache } from './promiseCache';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

interface Bot {
	/** Never changes. */
	open_id: string;
	app_name: string;
}

/** The bot of each app. A failed request is repeated a minute later at the earliest. */
const bots = new PromiseCache<Bot>(DAY, MINUTE, 1_000);

/** The app that an event was pushed to. */
export const appIdOf = ({ payload }: LarkEvent): string =>
	toText(toObject(payload.header).app_id) || toText(toObject(payload.event).app_id);

/** As {@link requestBot}, for the open_id alone. */
export async function botOpenId(
	event: LarkEvent,
	client: () => Promise<LarkClient>,
): Promise<string> {
	return (await requestBot(appIdOf(event), client)).open_id;
}

/**
 * Asks for the bot's own open_id and name, once a day and process for each app.
 *
 * @throws when Lark does not tell
 * @see bot-v3, GET /open-apis/bot/v3/info: needs no scope; the response has no `data`
 */
export async function requestBot(appId: string, client: () => Promise<LarkClient>): Promise<Bot> {
	return await bots.get(
		appId,
		async () => {
			const lark = await client();
			const { bot } = await lark.call(getBotInfo);
			if (!bot?.open_id) throw new Error('Lark names no open_id of the bot');
			return { open_id: bot.open_id, app_name: bot.app_name ?? '' };
		},
		performance.now(),
	);
}
