import { cardEntityData } from '../../../shared/content/cardEntity';
import { updateCardEntity } from '../../../shared/lark/cardEntities';
import { cardEntityId } from '../../fields/cardEntity';
import type { Operation } from '../operation';
import { cardTypeOf } from '../message/types/card';
import { cardProperties, readNamedCard } from '../message/types/cardAlone';
import { changeOf } from './cardChange';
import { configOptions, readConfig } from './settings';

/** Lark takes no template in place of a card. */
const writtenCard = cardTypeOf(['form', 'json']);

export const cardUpdate: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a card',
	description:
		'Replace the whole of a Lark card from Card > Create, for everybody. Streaming mode ends, unless the JSON has it.',
	endpoints: [updateCardEntity],
	lanes: [cardEntityId],
	properties: [cardEntityId.property, ...cardProperties(configOptions, writtenCard)],

	async execute(item) {
		const { data } = cardEntityData(await readNamedCard(item, writtenCard), readConfig(item));
		const card = { type: 'card_json' as const, data };
		return await changeOf(item, { card }, async (card_id, { sequence, uuid }) => {
			const request = { path: { card_id }, body: { card, sequence }, uuid };
			return await item.lark.call(updateCardEntity, request);
		});
	},
};
