import type { IDataObject } from 'n8n-workflow';

import type { LarkEvent } from '../push/envelope';
import { timeOf } from './flat';
import { toObject } from './values';

/** What a person has done with a card, as far as the callback says. */
export const CARD_ACTION = 'card.action.trigger';

/**
 * Makes the item of a card callback: first what was pressed or filled in (`value`, `form_value` and the
 * like), who did it, and where; then what else Lark tells.
 *
 * @param operatorName of the person, if it is known
 * @see card callback, "Request": action, operator, context
 */
export function flatCardAction(
	{ type, id, payload }: LarkEvent,
	operatorName: string | undefined,
): IDataObject {
	const { action, operator, context, ...rest } = toObject(payload.event);
	const { value, form_value, ...control } = toObject(action);
	const { tenant_key: _tenant, ...person } = toObject(operator);
	const { open_message_id, open_chat_id, ...place } = toObject(context);
	return {
		...(value !== undefined && { value }),
		...(form_value !== undefined && { form_value }),
		...control,
		operator: { ...(operatorName && { name: operatorName }), ...person },
		message_id: open_message_id,
		chat_id: open_chat_id,
		...place,
		...rest,
		event_type: type,
		event_id: id,
		create_time: timeOf(payload),
	};
}
