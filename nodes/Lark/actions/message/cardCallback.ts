import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';

export const cardTokenProperty: INodeProperties = {
	displayName: 'Token',
	name: 'cardToken',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.token }}',
	description: 'From the callback of the card, as Lark Trigger gives it',
};

/** For cards that each person has alone: JSON 1.0 with update_multi false. */
export const updateForOption: INodeProperties = {
	displayName: 'Update For',
	name: 'open_ids',
	type: 'string',
	default: '',
	placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706, ou_...',
	displayOptions: { show: { '/cardSource': ['json'] } },
	description:
		'Open IDs of the people who get the new card. Only for card JSON 1.0 with "update_multi": false, which needs them.',
};

/**
 * Checks the token of a card callback.
 *
 * @throws InputError when it is none
 * @see im-v1/message-card/uMDO1YjLzgTN24yM4UjN, token: c- and what follows
 */
export function checkCardToken(value: string): string {
	const token = value.trim();
	if (/^c-[\w-]+$/.test(token)) return token;
	throw new InputError(
		token === '' ? 'Token is empty' : 'Token is not of a card callback: those start with c-',
		'Take it from the callback that Lark sends when somebody uses the card ({{ $json.token }}).',
	);
}

/**
 * Puts the people into the card, as Lark takes them.
 *
 * @throws InputError for IDs that are no open_ids, or people for a card that all share
 * @see im-v1/message-card/uMDO1YjLzgTN24yM4UjN, card.open_ids
 */
export function cardFor(card: IDataObject, openIds: string[]): IDataObject {
	if (openIds.length === 0) return card;
	const wrong = openIds.find((id) => !/^ou_\w+$/.test(id));
	if (wrong) {
		throw new InputError(`Update For cannot have "${wrong}"`, 'Enter open_ids (ou_...).');
	}
	const config = card.config as IDataObject | undefined;
	if (card.schema === undefined && card.type === undefined && config?.update_multi !== true) {
		return { ...card, open_ids: openIds };
	}
	throw new InputError(
		'Update For is not possible for this card: everybody sees the same one',
		'Remove the option Update For. Only card JSON 1.0 with "update_multi": false takes it.',
	);
}
