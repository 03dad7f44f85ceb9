import { updateChatButtons } from '../../../shared/lark/feedCards';
import { chat } from '../../fields/chat';
import { chunk } from '../../fields/chunk';
import { recogniseUserIds, usersProperty } from '../../fields/userIds';
import type { Operation } from '../operation';
import { feedButtonsProperty, readFeedButtons } from './buttons';

/** How many people one request takes (im-v2/groups-bots/update, user_ids). */
const MAX_PEOPLE = 20;

export const feedCardUpdateChatButtons: Operation = {
	name: 'Update Chat Buttons',
	value: 'updateChatButtons',
	action: 'Update the buttons of a chat in message lists',
	description:
		'Set the buttons that a Lark chat with the bot has in the message lists of users. The output lists those for whom it failed.',
	endpoints: [updateChatButtons],
	lanes: [chat],
	properties: [chat.property, usersProperty, feedButtonsProperty],

	async execute(item) {
		const chat_id = chat.read(item);
		const { user_id_type, ids } = recogniseUserIds('Users', item.strings('users'));
		const buttons = readFeedButtons(item);
		const failed_user_reasons = [];
		for (const user_ids of chunk(ids, MAX_PEOPLE)) {
			const updated = await item.lark.call(updateChatButtons, {
				query: { user_id_type },
				body: { chat_id, user_ids, buttons },
			});
			failed_user_reasons.push(...(updated.failed_user_reasons ?? []));
		}
		return { chat_id, failed_user_reasons };
	},
};
