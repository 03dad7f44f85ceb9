import type { Answering } from '../content/card-answer';
import type { Content } from '../content/fields';
import { sendCallback } from '../delivery/callback';
import type { Dispatcher } from '../delivery/dispatcher';
import { v2Envelope } from '../events/envelope';
import { idsOf } from '../events/identities';
import { callbackSubscriptionOf } from '../events/publish';
import type { App, Message, User } from '../world/types';
import type { World } from '../world/world';
import { showResponse } from './card-response';
import { asSender, chatWith, personOf } from './people';
import { actionFor, type CardAct } from './press-action';
import type { Toast } from './toast';

/** A person presses a button of a card, or answers one of its other elements. */
export interface Press extends CardAct {
	/** A user, or any app's open_id of one. */
	from: string | User;
	/** The message_id of the card. */
	message: string;
}

/**
 * Lets a person press a button: the app gets `card.action.trigger`, and its response is shown.
 *
 * @returns the toast of the app's response in the person's language, if there is one; a card of the response replaces
 *   the pressed card
 * @throws Error when the person, the card or the button does not exist, when the client does not let the person do
 *   this, or with Lark's code when the app's response cannot be used
 */
export async function pressCard(
	world: World,
	dispatcher: Dispatcher,
	press: Press,
): Promise<Toast | undefined> {
	const user = personOf(world, press.from);
	const message = world.pressable(press.message);
	if (message?.sender.type !== 'app' || message.msgType !== 'interactive' || message.deleted) {
		throw new Error(`There is no card ${press.message}`);
	}
	if ((message.visibleTo ?? user.userId) !== user.userId) {
		throw new Error(`${user.name} does not see this card`);
	}
	chatWith(world, message.chatId, user);
	const app = world.app(message.sender.appId);
	if (!app) throw new Error('This card is of a custom bot, which has no app to send anything to');
	const sent = JSON.parse(message.sentContent) as Content;
	const action = actionFor(press, sent, answering(world, message, app, user));
	if (!action) return undefined;
	const event = {
		operator: { tenant_key: world.tenantKey, ...idsOf(asSender(user), app, world) },
		token: world.cards.press(message, user.userId).token,
		action,
		host: 'im_message',
		context: { open_message_id: message.messageId, open_chat_id: message.chatId },
	};
	const envelope = v2Envelope('card.action.trigger', event, app, world);
	const response = await whilePressed(world, message, () =>
		sendCallback(dispatcher, callbackSubscriptionOf(app), envelope),
	);
	return showResponse({ world, message, before: sent, language: user.language }, response);
}

/** As long as the app has not answered, its card entity cannot be changed (200810). */
async function whilePressed<T>(world: World, { cardId }: Message, wait: () => Promise<T>) {
	const entity = cardId ? world.cardEntities.byId(cardId) : undefined;
	if (entity) entity.presses += 1;
	try {
		return await wait();
	} finally {
		if (entity) entity.presses -= 1;
	}
}

/** People are chosen among the members of the chat. */
function answering(world: World, { chatId }: Message, app: App, { timezone }: User): Answering {
	const find = (id: string) => {
		const user = world.userByOpenId(id);
		const isMember = user && world.chat(chatId)?.members.includes(user.userId);
		return isMember ? world.userIdAs(user, app.appId, 'open_id') : undefined;
	};
	return { find, timezone };
}
