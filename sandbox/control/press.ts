import { assertCard } from '../content/card';
import { buttonsOf } from '../content/card-buttons';
import type { Content } from '../content/fields';
import { readBack } from '../content/read-back';
import { sendCallback } from '../delivery/callback';
import { v2Envelope } from '../events/envelope';
import { subscriptionOf } from '../events/publish';
import type { Hub } from '../socket/hub';
import { hasScope, USER_ID_SCOPE } from '../world/scopes';
import type { Message, User } from '../world/types';
import type { World } from '../world/world';

/** A person presses a button of a card. */
export interface Press {
	/** A user, or any app's open_id of one. */
	from: string | User;
	/** The message_id of the card. */
	message: string;
	/** Which of the buttons that send something to the app: 0 for the first. */
	button: number;
}

/** What the person sees for a moment. */
export interface Toast {
	type?: string;
	content?: string;
}

const TOAST_TYPES = ['info', 'success', 'error', 'warning'];

/**
 * Lets a person press a button: the app gets `card.action.trigger`, and its response is shown.
 *
 * @returns the toast of the app's response, if there is one; a card of the response replaces the pressed card
 * @throws Error when the person, the card or the button does not exist, or with Lark's code when the
 *   app's response cannot be used
 */
export async function pressButton(
	world: World,
	hub: Hub,
	press: Press,
): Promise<Toast | undefined> {
	const user = typeof press.from === 'string' ? world.userByOpenId(press.from) : press.from;
	const message = world.message(press.message);
	if (!user) throw new Error(`There is no user ${String(press.from)}`);
	if (message?.sender.type !== 'app' || message.msgType !== 'interactive' || message.deleted) {
		throw new Error(`There is no card ${press.message}`);
	}
	if (!world.chat(message.chatId)?.members.includes(user.userId)) {
		throw new Error(`${user.name} is not in this chat`);
	}
	const app = world.app(message.sender.appId);
	if (!app) throw new Error('This card is of a custom bot, which has no app to send anything to');
	const sent = JSON.parse(message.sentContent) as Content;
	const button = buttonsOf(sent)[press.button];
	if (!button) throw new Error(`The card has no button ${press.button}`);
	const event = {
		operator: {
			tenant_key: world.tenantKey,
			...(hasScope(app, USER_ID_SCOPE) && { user_id: user.userId }),
			open_id: world.userIdAs(user, app.appId, 'open_id'),
			union_id: user.unionId,
		},
		token: world.cards.press(message, user.userId).token,
		action: { tag: 'button', ...button },
		host: 'im_message',
		context: { open_message_id: message.messageId, open_chat_id: message.chatId },
	};
	const envelope = v2Envelope('card.action.trigger', event, app, world);
	const response = await sendCallback(subscriptionOf(app), envelope, { hub, now: world.now() });
	return show(world, message, sent, response);
}

function show(world: World, message: Message, before: Content, given: unknown): Toast | undefined {
	if (typeof given !== 'object' || given === null)
		throw new Error('200672: the answer is no object');
	const { toast, card } = given as { toast?: Toast; card?: { type?: string; data?: Content } };
	if (toast && !TOAST_TYPES.includes(toast.type ?? 'info')) {
		throw new Error(`200672: there is no toast of type ${toast.type}`);
	}
	if (card) replace(world, message, before, card);
	return toast;
}

function replace(
	world: World,
	message: Message,
	before: Content,
	{ type, data }: { type?: string; data?: Content },
): void {
	const card = type === 'template' ? { type, data } : data;
	if (!card || !['raw', 'template'].includes(type ?? '')) {
		throw new Error('200673: the card has neither raw data nor a template');
	}
	if (before.schema === '2.0' && type === 'raw' && data?.schema !== '2.0') {
		throw new Error('200830: a card JSON 2.0 must be answered with one of 2.0');
	}
	try {
		assertCard(card);
	} catch {
		throw new Error('200673: the card cannot be read');
	}
	const { sender } = message;
	const appId = sender.type === 'app' ? sender.appId : '';
	const read = readBack('interactive', card, appId, world);
	world.rewrite(message, { sentContent: JSON.stringify(card), ...read });
}
