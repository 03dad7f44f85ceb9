import { updateCardByToken } from '../../../shared/lark/cards';
import { cardToken } from '../../fields/cardToken';
import type { Operation } from '../operation';
import { cardProperties, readCardObject } from './types/cardAlone';
import { cardFor, updateFor } from './updateFor';

export const messageUpdateCardFromCallback: Operation = {
	name: 'Update Card From Callback',
	value: 'updateCardFromCallback',
	action: 'Update a card from its callback',
	description:
		'Replace a Lark card after somebody has used it, with the token of the callback: up to twice within 30 minutes, and only after the callback was answered',
	endpoints: [updateCardByToken],
	lanes: [cardToken],
	properties: [cardToken.property, ...cardProperties([updateFor.property])],

	async execute(item) {
		const token = cardToken.read(item);
		const card = cardFor(await readCardObject(item), updateFor.read(item));
		await item.lark.call(updateCardByToken, { body: { token, card } });
		return { success: true };
	},
};
