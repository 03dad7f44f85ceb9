import { CARD_ACTION } from '../../events/cardAction';
import { toObject, toText } from '../../events/values';
import type { LarkEvent } from '../../push/envelope';
import type { AppCredential } from '../appKeys';
import type { Click } from '../decision';
import { isTicket, openTicket, type TicketContent } from '../ticket';

/** The name of the ticket in what a button of a question hands over. */
const TICKET = 'lark_question';

/** A click on a question, and the ticket that says where it belongs. */
export interface QuestionClick {
	ticket: TicketContent;
	click: Click;
}

/**
 * Reads the click on a question of Send and Wait for Response out of a verified event.
 *
 * @param now when the push came, Unix time in ms
 * @returns `unreadable` for a ticket that does not open with the secret of the app; undefined for every other event,
 *   and a click on another card
 */
export function readQuestionClick(
	{ type, payload }: LarkEvent,
	app: AppCredential,
	now: number,
): QuestionClick | 'unreadable' | undefined {
	if (type !== CARD_ACTION) return undefined;
	const { action, operator, context } = toObject(payload.event);
	const { value, ...control } = toObject(action);
	const { [TICKET]: sealed, ...rest } = toObject(value);
	const ticket = openTicket(sealed, app);
	if (!ticket) return isTicket(sealed) ? 'unreadable' : undefined;
	const { open_id, union_id, user_id } = toObject(operator);
	const { open_message_id, open_chat_id } = toObject(context);
	return {
		ticket,
		click: {
			operator: {
				open_id: toText(open_id),
				...(toText(union_id) && { union_id: toText(union_id) }),
				...(toText(user_id) && { user_id: toText(user_id) }),
			},
			action: { ...control, value: rest },
			message_id: toText(open_message_id),
			chat_id: toText(open_chat_id),
			at: now,
		},
	};
}
