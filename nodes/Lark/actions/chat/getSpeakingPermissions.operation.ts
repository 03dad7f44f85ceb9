import { getModeration } from '../../../shared/lark/chats';
import { chat } from '../../fields/chat';
import { optionsCollection } from '../../fields/options';
import { userIdType } from '../../fields/userIds';
import type { Operation } from '../operation';

const PAGE_SIZE = 50;

export const chatGetSpeakingPermissions: Operation = {
	name: 'Get Speaking Permissions',
	value: 'getSpeakingPermissions',
	action: 'Get the speaking permissions of a chat',
	description:
		'Get who can write in a Lark group chat: moderation_setting is all_members, only_owner or moderator_list, and items has the people on that list. The bot must be in the group.',
	endpoints: [getModeration],
	lanes: [chat],
	properties: [chat.property, optionsCollection([userIdType.property])],

	async execute(item) {
		const chat_id = chat.read(item);
		const request = {
			path: { chat_id },
			query: { user_id_type: userIdType.read(item), page_size: PAGE_SIZE },
		};
		const first = await item.lark.call(getModeration, request);
		const items = first.has_more
			? await item.lark.list(getModeration, request, { pageSize: PAGE_SIZE })
			: (first.items ?? []);
		return { chat_id, moderation_setting: first.moderation_setting, items };
	},
};
