import { assertCard, isSharedCard } from '../../../content/card';
import type { Content } from '../../../content/fields';
import { readBack } from '../../../content/read-back';
import { LarkError } from '../../../contract/lark-error';
import type { User } from '../../../world/types';
import { isCaller, senderOf } from '../../caller';
import { handler, type Call, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';

const TOKEN_MS = 30 * 60 * 1_000;
const TOKEN_USES = 2;

/** In the order in which Lark looks at them. */
const VIEWER_FIELDS = ['open_id', 'user_id', 'email'] as const;

interface CallbackUpdate {
	body: { token: string; card: Content & { open_ids?: unknown } };
}

interface EphemeralCard {
	body: { chat_id: string; card: Content; open_id?: string; user_id?: string; email?: string };
}

/** im-v1/message-card, "Delayed card update". */
const updateFromCallback = handler<CallbackUpdate>((call, platform) => {
	const { world } = platform;
	const { open_ids, ...card } = call.body.card;
	const { token: given } = call.body;
	if (!given.startsWith('c-')) throw new LarkError(300020);
	const token = world.cards.tokens.find((known) => known.token === given);
	const message = token && world.pressable(token.messageId);
	if (!message) throw new LarkError(300020);
	if (world.now() - token.createTime > TOKEN_MS) throw new LarkError(300030);
	if (token.uses >= TOKEN_USES) throw new LarkError(300040);
	if (!isCaller(call, message.sender)) throw new LarkError(200310);
	if (message.deleted) throw new LarkError(200000);
	checkCard(card, platform, 11311);
	assertViewers(card, open_ids);
	token.uses += 1;
	world.rewrite(message, {
		sentContent: JSON.stringify(card),
		...readBack('interactive', card, call.app.appId, world),
	});
	return {};
});

/** im-v1/message-card, "Send a card visible to one user"; the page has no table of error codes. */
const sendEphemeral = handler<EphemeralCard>((call, platform) => {
	const { world } = platform;
	const { app, body } = call;
	const chat = world.chat(body.chat_id);
	if (!chat) throw new LarkError(99992356, { subject: `[${body.chat_id}]` });
	const isOpen = chat.mode === 'group' && chat.status === 'normal' && chat.bots.includes(app.appId);
	if (!isOpen) throw new LarkError(10003, { ext: 'the bot is in no such group' });
	const { userId } = viewerOf(call, { world });
	if (!chat.members.includes(userId)) throw new LarkError(10003, { ext: 'not in the group' });
	const { card } = body;
	checkCard(card, platform, 10003);
	const given = {
		chatId: chat.chatId,
		msgType: 'interactive',
		sender: senderOf(call),
		sentContent: JSON.stringify(card),
		...readBack('interactive', card, app.appId, world),
	};
	return { message_id: world.addEphemeralCard(given, userId).messageId };
});

/** im-v1/message-card, "Delete an ephemeral card". */
const deleteEphemeral = handler<{ body: { message_id: string } }>((call, { world }) => {
	const { message_id: id } = call.body;
	const sent = world.cards.ephemeral.find(
		({ messageId, sender }) => messageId === id && isCaller(call, sender),
	);
	if (!sent) throw new LarkError(99992354, { subject: `[${id}]` });
	if (sent.deleted) throw new LarkError(18051);
	sent.deleted = true;
	world.emit({ type: 'message.changed', message: sent });
	return {};
});

export const cardHandlers: HandlerTable = {
	'interactive.v1.card.update': updateFromCallback,
	'ephemeral.v1.send': sendEphemeral,
	'ephemeral.v1.delete': deleteEphemeral,
};

/** @throws LarkError with the code that the API has for a card it cannot read */
function checkCard(card: Content, platform: Platform, code: number): void {
	try {
		assertCard(card, platform);
	} catch (error) {
		throw error instanceof LarkError ? new LarkError(code, error.detail) : error;
	}
}

/** A card that each person has alone needs the people; a shared one must not have them. */
function assertViewers(card: Content, openIds: unknown): void {
	if (isSharedCard(card)) {
		if (openIds !== undefined) throw new LarkError(200320);
	} else if (!Array.isArray(openIds) || openIds.length === 0) throw new LarkError(300090);
}

function viewerOf({ app, body }: Call<EphemeralCard>, { world }: Pick<Platform, 'world'>): User {
	const field = VIEWER_FIELDS.find((name) => body[name] !== undefined);
	const user = field && world.findUser(app, field, body[field] ?? '');
	if (!user) throw new LarkError(10003, { ext: 'unknown user' });
	return user;
}
