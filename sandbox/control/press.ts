import { actionsOf, callbackValue, type CardActions } from '../content/card-actions';
import { actionOf, formValue } from '../content/card-answers';
import type { Content } from '../content/fields';
import { sendCallback } from '../delivery/callback';
import type { Dispatcher } from '../delivery/dispatcher';
import { v2Envelope } from '../events/envelope';
import { idsOf } from '../events/identities';
import { callbackSubscriptionOf } from '../events/publish';
import type { App, Message, User } from '../world/types';
import type { World } from '../world/world';
import { showResponse, type Toast } from './card-response';
import { asSender, chatWith, personOf } from './people';

/** A person presses a button of a card, or answers one of its other elements. */
export interface Press {
	/** A user, or any app's open_id of one. */
	from: string | User;
	/** The message_id of the card. */
	message: string;
	/** Which of the buttons that send something to the app: 0 for the first. */
	button?: number;
	/** What is filled in in the form that the button submits, by the names of the fields. */
	form?: Record<string, unknown>;
	/** Instead of a button: which of the inputs, selects, pickers and checkers, and its answer. */
	input?: { index: number; answer: unknown };
}

/**
 * Lets a person press a button: the app gets `card.action.trigger`, and its response is shown.
 *
 * @returns the toast of the app's response, if there is one; a card of the response replaces the pressed card
 * @throws Error when the person, the card or the button does not exist, or with Lark's code when the
 *   app's response cannot be used
 */
export async function pressCard(
	world: World,
	dispatcher: Dispatcher,
	press: Press,
): Promise<Toast | undefined> {
	const user = personOf(world, press.from);
	const message = world.message(press.message);
	if (message?.sender.type !== 'app' || message.msgType !== 'interactive' || message.deleted) {
		throw new Error(`There is no card ${press.message}`);
	}
	chatWith(world, message.chatId, user);
	const app = world.app(message.sender.appId);
	if (!app) throw new Error('This card is of a custom bot, which has no app to send anything to');
	const sent = JSON.parse(message.sentContent) as Content;
	const event = {
		operator: { tenant_key: world.tenantKey, ...idsOf(asSender(user), app, world) },
		token: world.cards.press(message, user.userId).token,
		action: actionFor(press, actionsOf(sent), finder(world, message, app)),
		host: 'im_message',
		context: { open_message_id: message.messageId, open_chat_id: message.chatId },
	};
	const envelope = v2Envelope('card.action.trigger', event, app, world);
	const response = await sendCallback(dispatcher, callbackSubscriptionOf(app), envelope);
	return showResponse(world, message, sent, response);
}

type FindPerson = Parameters<typeof formValue>[2];

function actionFor({ button, form, input }: Press, card: CardActions, find: FindPerson): Content {
	const timezone = { timezone: Intl.DateTimeFormat().resolvedOptions().timeZone };
	if (input) {
		const chosen = card.inputs[input.index];
		if (!chosen) throw new Error(`The card has no input ${input.index}`);
		if (chosen.inForm) throw new Error(`${chosen.name} is sent with its form`);
		const { tag, name, node } = chosen;
		const value = callbackValue(node);
		return {
			tag,
			...(name !== undefined && { name }),
			...(value !== undefined && { value }),
			...actionOf(chosen, input.answer, find),
			...timezone,
		};
	}
	const pressed = card.buttons[button ?? -1];
	if (!pressed) throw new Error(`The card has no button ${button}`);
	const { submits, name, value } = pressed;
	return {
		tag: 'button',
		...(value !== undefined && { value }),
		...(name !== undefined && { name }),
		...(submits && { form_value: formValue(submits, form ?? {}, find), ...timezone }),
	};
}

/** People are chosen among the members of the chat. */
function finder(world: World, { chatId }: Message, app: App): FindPerson {
	return (id) => {
		const user = world.userByOpenId(id);
		const isMember = user && world.chat(chatId)?.members.includes(user.userId);
		return isMember ? world.userIdAs(user, app.appId, 'open_id') : undefined;
	};
}
