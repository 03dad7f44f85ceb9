import { cardEntityData } from '../../../shared/content/cardEntity';
import { createCardEntity } from '../../../shared/lark/cardEntities';
import type { Operation } from '../operation';
import { cardProperties, readNamedCard } from '../message/types/cardAlone';
import { configOptions, readConfig } from './settings';

export const cardCreate: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a card',
	description:
		'Make a Lark card that can be changed in parts and that text can be streamed into. Send it once, within 14 days, with Message > Send or Reply: Message Type Card, Card From Card ID.',
	endpoints: [createCardEntity],
	lanes: [],
	properties: [
		{
			displayName: 'Streaming Mode',
			name: 'streaming',
			type: 'boolean',
			default: false,
			description:
				'Whether Stream Text can write into the card. Until Update Settings turns it off, for up to 10 minutes, the list of chats says that the card is being generated.',
		},
		...cardProperties(configOptions),
	],

	async execute(item) {
		const isStreaming = item.boolean('streaming');
		const config = { ...(isStreaming && { streaming_mode: true }), ...readConfig(item) };
		const body = cardEntityData(await readNamedCard(item), config);
		const { card_id } = await item.lark.call(createCardEntity, { body });
		return { card_id };
	},
};
