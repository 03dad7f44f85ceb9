import { InputError } from '../../../shared/inputError';
import { updateChat } from '../../../shared/lark/chats';
import { byDisplayName } from '../../fields/alphabetical';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';
import { ownerProperty, readOwner, recogniseOwner } from './owner';
import { nameProperty, settingProperties, updateOnlyProperties } from './settings';
import { settingsBody } from './settingsBody';

export const chatUpdate: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a chat',
	description:
		'Change name, description, owner or settings of a Lark group chat. What is not given stays as it is. Settings and owner need a bot that is owner or manager.',
	endpoints: [updateChat],
	lanes: [chat],
	properties: [
		chat.property,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				nameProperty,
				{ ...ownerProperty, description: 'The member who becomes the owner' },
				...settingProperties,
				...updateOnlyProperties,
			].sort(byDisplayName),
		},
	],

	async execute(item) {
		const chat_id = chat.read(item);
		const { owner, ...settings } = item.collection('updateFields');
		const newOwner = recogniseOwner(readOwner(owner));
		const body = { ...settingsBody(settings), ...(newOwner && { owner_id: newOwner.owner_id }) };
		if (Object.keys(body).length === 0) {
			throw new InputError('There is nothing to update', 'Add at least one of the Update Fields.');
		}
		await item.lark.call(updateChat, {
			path: { chat_id },
			query: { user_id_type: newOwner?.user_id_type },
			body,
		});
		return { chat_id, success: true };
	},
};
