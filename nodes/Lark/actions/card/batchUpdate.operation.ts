import { batchUpdateCard } from '../../../shared/lark/cardEntities';
import { cardEntityId } from '../../fields/cardEntity';
import type { Operation } from '../operation';
import { batchChanges } from './batchChanges';
import { changeOf } from './cardChange';

export const cardBatchUpdate: Operation = {
	name: 'Batch Update',
	value: 'batchUpdate',
	action: 'Make several changes to a card',
	description:
		'Change texts, elements and settings of a Lark card in one step: all of them, or none',
	endpoints: [batchUpdateCard],
	lanes: [cardEntityId],
	properties: [cardEntityId.property, batchChanges.property],

	async execute(item) {
		const changes = batchChanges.read(item);
		const actions = JSON.stringify(changes);
		return await changeOf(item, changes, async (card_id, { sequence, uuid }) => {
			const request = { path: { card_id }, body: { actions, sequence }, uuid };
			return await item.lark.call(batchUpdateCard, request);
		});
	},
};
