import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import type { Field } from '../../fields/field';
import { checkOpenIds } from '../../fields/openIds';

/** For cards that each person has alone: JSON 1.0 with update_multi false. */
export const updateFor: Field<string[]> = {
	property: {
		displayName: 'Update For',
		name: 'open_ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706, ou_...',
		displayOptions: { show: { '/cardSource': ['json'] } },
		description:
			'Open IDs of the people who get the new card. Only for card JSON 1.0 with "update_multi": false, which needs them.',
	},
	read: (item) => item.strings('options.open_ids'),
};

/**
 * Puts the people into the card, as Lark takes them.
 *
 * @throws InputError for IDs that are no open_ids, or people for a card that all share
 * @see im-v1/message-card/uMDO1YjLzgTN24yM4UjN, card.open_ids
 */
export function cardFor(card: IDataObject, openIds: string[]): IDataObject {
	if (openIds.length === 0) return card;
	const open_ids = checkOpenIds('Update For', openIds);
	const config = card.config as IDataObject | undefined;
	if (card.schema === undefined && card.type === undefined && config?.update_multi !== true) {
		return { ...card, open_ids };
	}
	throw new InputError(
		'Update For is not possible for this card: everybody sees the same one',
		'Remove the option Update For. Only card JSON 1.0 with "update_multi": false takes it.',
	);
}
