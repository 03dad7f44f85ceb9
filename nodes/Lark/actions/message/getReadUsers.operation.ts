import { listReadUsers } from '../../../shared/lark/messages';
import { messageIdField } from '../../fields/messageId';
import { optionsCollection } from '../../fields/options';
import { returnAllProperties } from '../../fields/returnAll';
import { userIdType } from '../../fields/userIds';
import type { Operation } from '../operation';

const message = messageIdField();

export const messageGetReadUsers: Operation = {
	name: 'Get Read Users',
	value: 'getReadUsers',
	action: 'Get the users who have read a message',
	description:
		'List who has read a Lark message, and when. The bot must have sent it in the last 7 days.',
	endpoints: [listReadUsers],
	lanes: [message],
	properties: [message.property, ...returnAllProperties, optionsCollection([userIdType.property])],

	async execute(item) {
		const message_id = message.read(item);
		return await item.lark.list(
			listReadUsers,
			{
				path: { message_id },
				query: { user_id_type: userIdType.read(item) ?? 'open_id' },
			},
			{ pageSize: 100, limit: item.limit() },
		);
	},
};
