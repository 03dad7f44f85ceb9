import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { MessageContent } from '../../../../shared/content/message';
import type { OperationItem } from '../../../fields/item';
import { optionsCollection } from '../../../fields/options';
import { cardType, type CardType } from './card';
import { readNamedCardForm } from './cardForm';

/**
 * Builds the fields of an operation that takes a card and no other message: Card From, the fields
 * of each source, and Options.
 *
 * @param ownOptions what else the operation has under Options
 * @param type says how the card can be made
 */
export function cardProperties(
	ownOptions: INodeProperties[] = [],
	type: CardType = cardType,
): INodeProperties[] {
	return [...type.properties, optionsCollection([...type.options, ...ownOptions])];
}

/**
 * Reads the card of an item, with its JSON as text.
 *
 * @throws InputError for a value that cannot be used
 */
export const readCard = async (item: OperationItem): Promise<MessageContent> =>
	await cardType.read(item);

/** As `readCard`, for the endpoints that take a card as an object. */
export const readCardObject = async (item: OperationItem): Promise<IDataObject> =>
	JSON.parse((await readCard(item)).content) as IDataObject;

/** As `readCard`, with IDs for the elements of a card from the form. */
export const readNamedCard = async (
	item: OperationItem,
	type: CardType = cardType,
): Promise<MessageContent> =>
	item.string('cardSource') === 'form' ? await readNamedCardForm(item) : await type.read(item);
