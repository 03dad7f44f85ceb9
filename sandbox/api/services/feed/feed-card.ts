import { LarkError } from '../../../contract/lark-error';
import { ids } from '../../../world/ids';
import type { FeedCard, User } from '../../../world/types';
import { assertMember, invalidParameter } from '../../checks';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import type { UserIds } from '../../user-ids';
import { isAddress } from '../chat/owned-image';
import { assertButtons, type GivenButtons } from './buttons';

type FeedCall = Call<{ query: UserIds }>;

interface GivenCard extends Record<string, unknown> {
	biz_id?: string;
	link?: { link?: string };
	buttons?: GivenButtons;
}

interface Named {
	biz_id: string;
	user_id: string;
}

interface Update {
	app_feed_card: GivenCard;
	user_id: string;
	update_fields: string[];
}

/** im-v2/app_feed_card/create.md: one card in the list of each person; link is required. */
const create = handler<{
	query: UserIds;
	body: { app_feed_card?: GivenCard; user_ids?: string[] };
}>((call, platform) => {
	const { app_feed_card: card, user_ids = [] } = call.body;
	if (!card || user_ids.length === 0) throw invalidParameter(call.endpoint, 'user_ids');
	assertLink(call, card);
	assertButtons(call, card.buttons);
	const biz_id = card.biz_id || ids.part();
	const failed_cards = user_ids.flatMap((user_id) => {
		const user = reachable(call, platform, user_id);
		if (!user) return [failed(biz_id, user_id)];
		const { userId } = user;
		platform.world.feedCards.push({ appId: call.app.appId, userId, card: { ...card, biz_id } });
		return [];
	});
	platform.world.emit({ type: 'state' });
	return { biz_id, failed_cards };
});

/** What the numbers in update_fields stand for (im-v2/app_feed_card/update.md). */
const FIELDS: Record<string, string> = {
	1: 'title',
	2: 'avatar_key',
	3: 'preview',
	10: 'status_label',
	11: 'buttons',
	12: 'link',
	13: 'time_sensitive',
};

/** im-v2/app_feed_card/update.md: fields that are not named stay. */
const update = handler<{ query: UserIds; body: { feed_cards?: Update[] } }>((call, platform) => {
	const { feed_cards: updates = [] } = call.body;
	const failed_cards = updates.flatMap(({ app_feed_card: given, user_id, update_fields }) => {
		if (update_fields.includes('12')) assertLink(call, given);
		if (update_fields.includes('11')) assertButtons(call, given.buttons);
		const { biz_id = '' } = given;
		const known = find(call, platform, { biz_id, user_id });
		if (!known) return [failed(biz_id, user_id)];
		for (const field of update_fields.flatMap((number) => FIELDS[number] ?? [])) {
			known.card[field] = given[field];
		}
		return [];
	});
	platform.world.emit({ type: 'state' });
	return { failed_cards };
});

/** im-v2/app_feed_card/delete.md */
const remove = handler<{ query: UserIds; body: { feed_cards?: Named[] } }>((call, platform) => {
	const { world } = platform;
	const failed_cards = (call.body.feed_cards ?? []).flatMap((named) => {
		const known = find(call, platform, named);
		if (!known) return [failed(named.biz_id, named.user_id)];
		world.feedCards.splice(world.feedCards.indexOf(known), 1);
		return [];
	});
	world.emit({ type: 'state' });
	return { failed_cards };
});

interface Pinning {
	query: UserIds;
	body: { time_sensitive: boolean; user_ids: string[] };
}

/** im-v2/groups-bots/bot_time_sentive.md: the chat of each person with the bot. */
const pinBot = handler<Pinning>((call, platform) => ({
	failed_user_reasons: call.body.user_ids
		.filter((id) => !reachable(call, platform, id))
		.map(unreachable),
}));

/** im-v2/groups-bots/patch.md: a group with the bot, for its members. */
const pinGroup = handler<Pinning>((call, platform) => {
	const chat = platform.world.chat(call.params.feed_card_id);
	if (chat?.mode !== 'group') throw invalidParameter(call.endpoint, 'invalid feed_card_id');
	if (!chat.bots.includes(call.app.appId)) throw new LarkError(230027);
	assertMember(call, chat);
	const isMember = (id: string) =>
		chat.members.includes(reachable(call, platform, id)?.userId ?? '');
	return {
		failed_user_reasons: call.body.user_ids.filter((id) => !isMember(id)).map(unreachable),
	};
});

export const feedCardHandlers: HandlerTable = {
	'im.v2.app_feed_card.create': create,
	'im.v2.app_feed_card_batch.update': update,
	'im.v2.app_feed_card_batch.delete': remove,
	'im.v2.feed_card.bot_time_sentive': pinBot,
	'im.v2.feed_card.patch': pinGroup,
};

function assertLink({ endpoint }: Call, { link }: GivenCard): void {
	if (!isAddress(link?.link, ['https:'])) throw invalidParameter(endpoint, 'invalid link');
}

function reachable({ app, query }: FeedCall, { world }: Platform, id: string): User | undefined {
	const user = world.findUser(app, query.user_id_type, id);
	return user && world.isAvailable(app, user) ? user : undefined;
}

function find(call: FeedCall, platform: Platform, named: Named): FeedCard | undefined {
	const user = reachable(call, platform, named.user_id);
	return platform.world.feedCards.find(
		({ appId, userId, card }) =>
			appId === call.app.appId && userId === user?.userId && card.biz_id === named.biz_id,
	);
}

/** Reasons and codes are the sandbox's own: the documentation has none. */
const failed = (biz_id: string, user_id: string) => ({ biz_id, user_id, reason: 'not found' });

const unreachable = (user_id: string) => ({
	error_code: 230001,
	error_message: 'invalid user_id',
	user_id,
});
