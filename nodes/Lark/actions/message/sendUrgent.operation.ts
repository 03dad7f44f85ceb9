import { InputError } from '../../../shared/inputError';
import { urgentApp, urgentPhone, urgentSms } from '../../../shared/lark/messages';
import { choiceField } from '../../fields/field';
import { messageIdField } from '../../fields/messageId';
import { recogniseUserIds, usersProperty } from '../../fields/userIds';
import type { Operation } from '../operation';

const MAX_USERS = 200;

const message = messageIdField({ description: 'A message of the bot, by its message_id (om_...)' });

const URGENT_ENDPOINTS = { app: urgentApp, phone: urgentPhone, sms: urgentSms };

const urgentType = choiceField({
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
});

export const messageSendUrgent: Operation = {
	name: 'Send Urgent',
	value: 'sendUrgent',
	action: 'Send an urgent notification for a message',
	description:
		'Buzz people in Lark, by SMS or by phone about a message that the bot has sent. They must be in its chat.',
	endpoints: [urgentApp, urgentSms, urgentPhone],
	lanes: [message],
	properties: [
		message.property,
		{ ...usersProperty, description: `${usersProperty.description}; up to ${MAX_USERS}` },
		urgentType.property,
	],

	async execute(item) {
		const message_id = message.read(item);
		const { user_id_type, ids } = recogniseUserIds('Users', item.strings('users'));
		if (ids.length > MAX_USERS) {
			throw new InputError(
				`Users has ${ids.length} entries, Lark takes at most ${MAX_USERS}`,
				'Buzz the people in several steps.',
			);
		}
		const receivers = await item.lark.call(URGENT_ENDPOINTS[urgentType.read(item)], {
			path: { message_id },
			query: { user_id_type },
			body: { user_id_list: ids },
		});
		return { message_id, success: true, ...receivers };
	},
};
