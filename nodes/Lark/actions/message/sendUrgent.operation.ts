import type { Client } from '@larksuiteoapi/node-sdk';

import { InputError } from '../../../shared/inputError';
import { recogniseUserIds, usersProperty } from '../common/userIds';
import type { Operation } from '../operation';
import { messageIdProperty } from './fields';
import { checkMessageId } from './messageId';

const MAX_USERS = 200;

/** PATCH /open-apis/im/v1/messages/:message_id/urgent_app, _sms and _phone, im-v1/buzz-messages. */
export const sendUrgent: Operation = {
	name: 'Send Urgent',
	value: 'sendUrgent',
	action: 'Send an urgent notification for a message',
	description:
		'Buzz people in Lark, by SMS or by phone about a message that the bot has sent. They must be in its chat.',
	properties: [
		{ ...messageIdProperty, description: 'A message of the bot, by its message_id (om_...)' },
		{ ...usersProperty, description: `${usersProperty.description}; up to ${MAX_USERS}` },
		{
			displayName: 'Notify By',
			name: 'urgentType',
			type: 'options',
			options: [
				{ name: 'App', value: 'app', description: 'A notification in Lark' },
				{ name: 'Phone', value: 'phone', description: 'A call. Uses up a quota of the company.' },
				{ name: 'SMS', value: 'sms', description: 'A text. Uses up a quota of the company.' },
			],
			default: 'app',
			description: 'How people are told',
		},
	],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		const { user_id_type, ids } = recogniseUserIds('Users', item.strings('users'));
		if (ids.length > MAX_USERS) {
			throw new InputError(
				`Users has ${ids.length} entries, Lark takes ${MAX_USERS}`,
				'Buzz the people in several steps.',
			);
		}
		const answer = await item.lark.call<Client['im']['v1']['message']['urgentApp']>({
			method: 'PATCH',
			url: `/open-apis/im/v1/messages/:message_id/urgent_${item.string('urgentType')}`,
			path: { message_id },
			query: { user_id_type },
			body: { user_id_list: ids },
		});
		return { message_id, success: true, ...answer };
	},
};
