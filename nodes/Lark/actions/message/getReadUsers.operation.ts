import type { Client } from '@larksuiteoapi/node-sdk';

import { optionsCollection } from '../common/options';
import { returnAllProperties } from '../common/returnAll';
import { userIdTypeOption } from '../common/userIds';
import type { Operation } from '../operation';
import { messageIdProperty } from './fields';
import { checkMessageId } from './messageId';

/** GET /open-apis/im/v1/messages/:message_id/read_users, im-v1/message/read_users. */
export const getReadUsers: Operation = {
	name: 'Get Read Users',
	value: 'getReadUsers',
	action: 'Get the users who have read a message',
	description:
		'List who has read a Lark message, and when. The bot must have sent it in the last 7 days.',
	properties: [messageIdProperty, ...returnAllProperties, optionsCollection([userIdTypeOption])],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		return await item.lark.list<Client['im']['v1']['message']['readUsers']>(
			{
				method: 'GET',
				url: '/open-apis/im/v1/messages/:message_id/read_users',
				path: { message_id },
				query: { user_id_type: item.option('user_id_type') ?? 'open_id' },
			},
			{ pageSize: 100, limit: item.limit() },
		);
	},
};
