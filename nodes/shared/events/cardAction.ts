import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../objects';
import type { LarkEvent } from '../push/envelope';
import { plainDates } from './cardDates';
import { namedPeople } from './cardPeople';
import { timeOf } from './flat';
import { toObject } from './values';

/** What a person has done with a card, as far as the callback says. */
export const CARD_ACTION = 'card.action.trigger';

/**
 * Tells which element was used: Lark gives the name of what is in a form only, so cards made without
 * JSON carry the name of what stands outside one as their value.
 */
function nameOf({ name, value, tag }: IDataObject): unknown {
	if (name !== undefined || tag === 'button' || !isObject(value)) return name;
	return Object.keys(value).length === 1 ? value.name : undefined;
}

/** Leaves out what is not there. */
const present = (fields: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/**
 * Makes the item of a card callback: first what was pressed, filled in or chosen, as Lark gives it;
 * then dates and people of it in plain form; then who did it, where, and what else Lark tells.
 *
 * @param names of people by their open IDs, as far as they are known
 * @see card callback, "Request": action, operator, context
 */
export function flatCardAction(
	{ type, id, payload }: LarkEvent,
	names: ReadonlyMap<string, string>,
): IDataObject {
	const { action: given, operator, context, ...rest } = toObject(payload.event);
	const action = toObject(given);
	const { value, form_value, input_value, option, options, checked, timezone, ...control } = action;
	const { tenant_key: _tenant, ...person } = toObject(operator);
	const { open_message_id, open_chat_id, ...place } = toObject(context);
	const name = names.get(String(person.open_id));
	return {
		...present({
			value,
			form_value,
			input_value,
			option,
			options: options === undefined ? undefined : [options].flat(),
			checked,
			...plainDates(action),
			...namedPeople(action, names),
			name: nameOf(action) as IDataObject[string],
			...control,
			timezone,
		}),
		operator: { ...(name && { name }), ...person },
		message_id: open_message_id,
		chat_id: open_chat_id,
		...place,
		...rest,
		event_type: type,
		event_id: id,
		create_time: timeOf(payload),
	};
}
