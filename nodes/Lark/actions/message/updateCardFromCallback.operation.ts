import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../operation';
import { cardFor, cardTokenProperty, checkCardToken, updateForOption } from './cardCallback';
import { cardProperties, readCardObject } from './content/cardAlone';

/** The endpoint is not in the SDK; typed by im-v1/message-card/uMDO1YjLzgTN24yM4UjN. */
type UpdateCard = (payload?: {
	data: { token: string; card: IDataObject };
}) => Promise<{ data?: IDataObject }>;

/** POST /open-apis/interactive/v1/card/update, im-v1/message-card/uMDO1YjLzgTN24yM4UjN. */
export const updateCardFromCallback: Operation = {
	name: 'Update Card From Callback',
	value: 'updateCardFromCallback',
	action: 'Update a card from its callback',
	description:
		'Replace a Lark card after somebody has used it, with the token of the callback: up to twice within 30 minutes, and only after the callback was answered',
	properties: [cardTokenProperty, ...cardProperties([updateForOption])],

	async execute(item) {
		const token = checkCardToken(item.string('cardToken'));
		const people = item.strings('options.open_ids');
		await item.lark.call<UpdateCard>({
			method: 'POST',
			url: '/open-apis/interactive/v1/card/update',
			body: { token, card: cardFor(readCardObject(item), people) },
		});
		return { success: true };
	},
};
