import { InputError } from '../../../shared/inputError';
import { setCardSettings } from '../../../shared/lark/cardEntities';
import { cardEntityId } from '../../fields/cardEntity';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../operation';
import { changeOf } from './cardChange';
import { readCardSettings, settingOptions, streamingMode } from './settings';

export const cardUpdateSettings: Operation = {
	name: 'Update Settings',
	value: 'updateSettings',
	action: 'Update the settings of a card',
	description:
		'Turn the streaming mode of a Lark card on or off, set its preview in the list of chats, or how text is typed. What is not given stays as it is.',
	endpoints: [setCardSettings],
	lanes: [cardEntityId],
	properties: [cardEntityId.property, streamingMode.property, optionsCollection(settingOptions)],

	async execute(item) {
		const given = readCardSettings(item);
		if (Object.keys(given).length === 0) {
			throw new InputError(
				'There is nothing to update',
				'Choose a Streaming Mode, or add at least one of the Options.',
			);
		}
		const settings = JSON.stringify(given);
		return await changeOf(item, given, async (card_id, { sequence, uuid }) => {
			const request = { path: { card_id }, body: { settings, sequence }, uuid };
			return await item.lark.call(setCardSettings, request);
		});
	},
};
