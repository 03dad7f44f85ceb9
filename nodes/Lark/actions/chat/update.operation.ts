import type { Client } from '@larksuiteoapi/node-sdk';

import { InputError } from '../../../shared/inputError';
import { chatProperty, checkChatId } from '../common/chat';
import { byDisplayName } from '../common/order';
import { BOT_OR_USER, type Operation } from '../operation';
import { ownerProperty, readOwner, recogniseOwner } from './owner';
import { nameProperty, settingProperties, updateOnlyProperties } from './settings';
import { settingsBody } from './settingsBody';

/** PUT /open-apis/im/v1/chats/:chat_id, group/chat/update-chat. */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a chat',
	description:
		'Change name, description, owner or settings of a Lark group chat. What is not given stays as it is. Settings and owner need a bot that is owner or manager.',
	identities: BOT_OR_USER,
	properties: [
		chatProperty,
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
		const chat_id = checkChatId(item.string('chatId'));
		const { owner, ...settings } = item.collection('updateFields');
		const newOwner = recogniseOwner(readOwner(owner));
		const body = { ...settingsBody(settings), ...(newOwner && { owner_id: newOwner.owner_id }) };
		if (Object.keys(body).length === 0) {
			throw new InputError('There is nothing to update', 'Add at least one of the Update Fields.');
		}
		await item.lark.call<Client['im']['v1']['chat']['update']>({
			method: 'PUT',
			url: '/open-apis/im/v1/chats/:chat_id',
			path: { chat_id },
			query: { user_id_type: newOwner?.user_id_type },
			body,
		});
		return { chat_id, success: true };
	},
};
