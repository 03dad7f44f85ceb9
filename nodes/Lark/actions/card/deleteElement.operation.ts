import { deleteCardElement } from '../../../shared/lark/cardEntities';
import { cardEntityId, elementIdField } from '../../fields/cardEntity';
import type { Operation } from '../operation';
import { changeOf } from './cardChange';

const element = elementIdField();

export const cardDeleteElement: Operation = {
	name: 'Delete Element',
	value: 'deleteElement',
	action: 'Delete an element of a card',
	description: 'Remove an element of a Lark card, with everything in it',
	endpoints: [deleteCardElement],
	lanes: [cardEntityId],
	properties: [cardEntityId.property, element.property],

	async execute(item) {
		const element_id = element.read(item);
		const what = { delete: element_id };
		const { card_id } = await changeOf(item, what, async (id, { sequence, uuid }) => {
			const request = { path: { card_id: id, element_id }, body: { sequence }, uuid };
			return await item.lark.call(deleteCardElement, request);
		});
		return { deleted: true, card_id };
	},
};
